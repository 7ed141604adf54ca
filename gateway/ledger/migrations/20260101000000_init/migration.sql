-- One row for each answer that disclosed something of another agency: to whom, what for, of what, under which clauses.
-- Never a value. Rows are only ever added.
CREATE TABLE disclosure (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at TIMESTAMPTZ NOT NULL,
  viewer TEXT NOT NULL,
  agency TEXT NOT NULL,
  role TEXT NOT NULL,
  area TEXT NOT NULL,
  use TEXT NOT NULL,
  case_number TEXT NOT NULL,
  ruleset TEXT NOT NULL,
  operation TEXT NOT NULL,
  disclosed JSONB NOT NULL
);

CREATE INDEX disclosure_at ON disclosure USING BRIN (at);
CREATE INDEX disclosure_viewer ON disclosure (agency, viewer, at);

CREATE FUNCTION keep_disclosures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger of disclosures is only ever added to';
END $$;

CREATE TRIGGER disclosure_kept BEFORE UPDATE OR DELETE ON disclosure FOR EACH ROW EXECUTE FUNCTION keep_disclosures();
CREATE TRIGGER disclosure_not_emptied BEFORE TRUNCATE ON disclosure FOR EACH STATEMENT EXECUTE FUNCTION keep_disclosures();
