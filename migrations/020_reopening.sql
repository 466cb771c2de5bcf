-- The first day on which a meeting of a feed is open again ("closed until January 15"): from then on the feed is read even where it has
-- not changed.
ALTER TABLE feeds ADD COLUMN reopens TEXT;
