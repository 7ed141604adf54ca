-- How much an agency has declared on a day (UTC), and each of its officers; under '' stands what counts for all of them.
CREATE TABLE declared_on (
  agency TEXT NOT NULL,
  day DATE NOT NULL,
  officer TEXT NOT NULL,
  declared INTEGER NOT NULL,
  PRIMARY KEY (agency, day, officer)
);

-- Room for unresolved conflicts is for each two agencies: those with one take none of another's.
DROP INDEX conflict_unresolved;
CREATE INDEX conflict_unresolved ON conflict (searcher, originator, (searcher = ANY (told))) WHERE status <> 'RESOLVED';
