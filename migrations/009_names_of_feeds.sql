-- What readers know a feed as; null where its operator has not said.
ALTER TABLE feeds ADD COLUMN name TEXT;
