-- What meetings are looked up by beside their id: the town of a state, the place and the group, each as one spelling that all
-- feeds share (meetings/keys.ts). Looked for inside the JSON, they cost a look at every meeting of a feed.
ALTER TABLE scheduled ADD COLUMN state TEXT;
ALTER TABLE scheduled ADD COLUMN city TEXT;
ALTER TABLE scheduled ADD COLUMN town TEXT;
ALTER TABLE scheduled ADD COLUMN at_place TEXT;
ALTER TABLE scheduled ADD COLUMN of_group TEXT;

-- Until the next import writes each anew.
UPDATE scheduled SET
  digest = '',
  state = meeting ->> '$.place.state',
  city = meeting ->> '$.place.city',
  town = lower(replace(meeting ->> '$.place.city', ' ', '')),
  of_group = lower(meeting ->> '$.group');

DROP INDEX scheduled_town;
DROP INDEX scheduled_feed;
CREATE INDEX scheduled_town ON scheduled (state, town, city);
CREATE INDEX scheduled_place ON scheduled (at_place);
CREATE INDEX scheduled_feed ON scheduled (feed, of_group);
