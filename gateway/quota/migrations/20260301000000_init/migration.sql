-- How often each agency searched under each clause with a quota, by day (UTC).
CREATE TABLE searches (
  day DATE NOT NULL,
  clause TEXT NOT NULL,
  agency TEXT NOT NULL,
  -- The kind of search that the quota names; empty: any.
  kind TEXT NOT NULL,
  used INTEGER NOT NULL,
  -- The quota as it stood when it was last used.
  per_day INTEGER NOT NULL,
  PRIMARY KEY (day, clause, agency, kind)
);
