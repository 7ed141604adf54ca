-- The whole purpose as it was stated, and whether clauses for threats to life released something. Rows from before have
-- no more than area, use and case.
ALTER TABLE disclosure ADD COLUMN purpose JSONB;
ALTER TABLE disclosure ADD COLUMN override BOOLEAN NOT NULL DEFAULT FALSE;
-- What readers know a row by: gaps between the numbers of `id` would tell how much is disclosed to others.
ALTER TABLE disclosure ADD COLUMN reference UUID NOT NULL DEFAULT gen_random_uuid();

CREATE UNIQUE INDEX disclosure_reference ON disclosure (reference);
CREATE INDEX disclosure_originators ON disclosure USING GIN (disclosed jsonb_path_ops);
CREATE INDEX disclosure_agency ON disclosure (agency, id);
