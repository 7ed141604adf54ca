-- What agencies have declared to de-confliction: a target (blinded selectors, kept apart) or a planned operation (a place
-- and a time). Pointers and never content: what an agency knows of a target stays with the agency.
CREATE TABLE declaration (
  id UUID PRIMARY KEY,
  -- The order in which they came: whose was there first. It stays inside, as its gaps tell of others.
  arrived BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
  agency TEXT NOT NULL,
  -- ON_REQUEST: looked for once. WATCH: until it ends. CASE: as long as the case is open. EVENT: an operation.
  kind TEXT NOT NULL CHECK (kind IN ('ON_REQUEST', 'WATCH', 'CASE', 'EVENT')),
  -- The agency's own case number, and its contact to call: told to nobody else but by reference.
  case_number TEXT,
  contact_id UUID,
  areas TEXT[] NOT NULL,
  declared_by TEXT,
  declared_at TIMESTAMPTZ NOT NULL,
  until TIMESTAMPTZ,
  ended_at TIMESTAMPTZ,
  -- Of all that the agency said, so that the same is known when it comes again.
  digest TEXT NOT NULL,
  operation TEXT,
  -- Longitude and latitude, in degrees.
  place POINT,
  span TSTZRANGE,
  CHECK ((kind = 'EVENT') = (place IS NOT NULL AND span IS NOT NULL AND operation IS NOT NULL))
);

CREATE INDEX declaration_agency ON declaration (agency, arrived);
CREATE INDEX declaration_place ON declaration USING gist (place, span) WHERE kind = 'EVENT' AND ended_at IS NULL;

-- The selectors of targets that are still looked for. It can be distributed by `blind`: what is looked for by a selector
-- is found in one place.
CREATE TABLE selector (
  blind UUID NOT NULL,
  declaration UUID NOT NULL REFERENCES declaration (id),
  agency TEXT NOT NULL,
  -- What it may be: one kind, or those that can stand in the place that it comes from.
  kinds TEXT[] NOT NULL,
  -- Of a name, the feature that it stands for, where that is known.
  feature INTEGER,
  -- Of the key by which it is blinded: when there is another, the target is to be declared anew.
  epoch INTEGER NOT NULL,
  PRIMARY KEY (blind, declaration)
);

CREATE INDEX selector_declaration ON selector (declaration);

-- One row for each time that something declared was matched, whatever was found. What the searcher is not told lies here
-- until it is told to the others, apart from what the searcher waits for.
CREATE TABLE checked (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at TIMESTAMPTZ NOT NULL,
  found JSONB NOT NULL,
  told_at TIMESTAMPTZ
);

CREATE INDEX checked_untold ON checked (number) WHERE told_at IS NULL;

-- Two declarations of two agencies that met, where an agreement tells anybody of it.
CREATE TABLE conflict (
  id UUID PRIMARY KEY,
  arrived BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
  -- Whose was there first, and who came to it.
  originator TEXT NOT NULL,
  searcher TEXT NOT NULL,
  originator_declaration UUID NOT NULL REFERENCES declaration (id),
  searcher_declaration UUID NOT NULL REFERENCES declaration (id),
  originator_areas TEXT[] NOT NULL,
  searcher_areas TEXT[] NOT NULL,
  -- By what they met, so that agreements can be asked again who may know.
  met JSONB NOT NULL,
  opened_at TIMESTAMPTZ NOT NULL,
  status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'ACKNOWLEDGED', 'RESOLVED')),
  escalated_at TIMESTAMPTZ,
  -- Since when there is nothing left to resolve, because one of the two is over.
  over_at TIMESTAMPTZ
);

CREATE UNIQUE INDEX conflict_pair ON conflict (
  LEAST(originator_declaration, searcher_declaration), GREATEST(originator_declaration, searcher_declaration));
CREATE INDEX conflict_originator_declaration ON conflict (originator_declaration);
CREATE INDEX conflict_searcher_declaration ON conflict (searcher_declaration);
CREATE INDEX conflict_unresolved ON conflict (arrived) WHERE status <> 'RESOLVED';

-- Who has been told of a conflict, and what they said. Who is not told has no row.
CREATE TABLE side (
  conflict UUID NOT NULL REFERENCES conflict (id),
  agency TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('ORIGINATOR', 'SEARCHER', 'COORDINATOR')),
  -- That of the conflict, by which lists are sorted.
  arrived BIGINT NOT NULL,
  due_at TIMESTAMPTZ,
  acknowledged_at TIMESTAMPTZ,
  outcome TEXT CHECK (outcome IN ('GOES_FIRST', 'MERGED', 'STOOD_DOWN')),
  -- Who goes first.
  first TEXT CHECK (first IN ('ORIGINATOR', 'SEARCHER')),
  answered_at TIMESTAMPTZ,
  PRIMARY KEY (conflict, agency)
);

CREATE INDEX side_agency ON side (agency, arrived);
CREATE INDEX side_due ON side (due_at) WHERE answered_at IS NULL;

-- What happened to a conflict. Rows are only ever added.
CREATE TABLE entry (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  arrived BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
  conflict UUID NOT NULL REFERENCES conflict (id),
  at TIMESTAMPTZ NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('OPENED', 'ACKNOWLEDGED', 'ANSWERED', 'RESOLVED', 'REOPENED', 'NOTED', 'ESCALATED', 'OVER')),
  -- Whose doing it was; NULL: nobody's.
  agency TEXT,
  officer TEXT,
  outcome TEXT,
  first TEXT,
  note TEXT
);

CREATE INDEX entry_conflict ON entry (conflict, arrived);

CREATE FUNCTION keep_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of conflicts is only ever added to';
END $$;

CREATE TRIGGER entry_kept BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION keep_entries();
CREATE TRIGGER entry_not_emptied BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION keep_entries();

-- How far what agencies tell of their cases has been taken in.
CREATE TABLE contribution (
  agency TEXT PRIMARY KEY,
  last_sequence BIGINT NOT NULL
);

-- Under which duties everything was matched last, and how far this has come.
CREATE TABLE matched (
  single BOOLEAN PRIMARY KEY DEFAULT TRUE CHECK (single),
  duties TEXT NOT NULL,
  up_to BIGINT NOT NULL,
  -- Whatever was declared after this was matched by these duties when it was declared.
  through BIGINT NOT NULL
);

INSERT INTO matched (duties, up_to, through) VALUES ('', 0, 0);
