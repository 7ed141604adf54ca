-- What an agency declares is known by an id of the agency's choice, to that agency alone: `id` is made here and stays inside.
-- Cases come from where an agency keeps them, everything else from its officers: neither stands in the other's way.
ALTER TABLE declaration
  ALTER COLUMN id SET DEFAULT gen_random_uuid(),
  ADD COLUMN declared_id UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN source TEXT GENERATED ALWAYS AS (CASE WHEN kind = 'CASE' THEN 'CASE' ELSE 'OFFICER' END) STORED,
  -- Of the duties by which it was matched last; '': by none of those that stand.
  ADD COLUMN matched_by TEXT NOT NULL DEFAULT '';
UPDATE declaration SET declared_id = id;
CREATE UNIQUE INDEX declaration_known ON declaration (agency, source, declared_id);
CREATE INDEX declaration_matched_by ON declaration (matched_by, arrived) WHERE ended_at IS NULL;

-- Each declaration says itself by which duties it was matched.
DROP TABLE matched;

-- Which feature of a name a selector stands for, the selector says itself. Those that were declared first are looked at
-- first, agency by agency, and what is over is passed over where it is found.
ALTER TABLE selector DROP COLUMN feature, ADD COLUMN arrived BIGINT, ADD COLUMN until TIMESTAMPTZ;
UPDATE selector SET arrived = declaration.arrived, until = declaration.until
FROM declaration WHERE declaration.id = selector.declaration;
ALTER TABLE selector ALTER COLUMN arrived SET NOT NULL;
CREATE INDEX selector_sought ON selector (blind, agency, arrived);
CREATE INDEX selector_until ON selector (until) WHERE until IS NOT NULL;

-- What has been told is not kept: the history of conflicts says what was told to whom.
CREATE INDEX checked_told ON checked (number) WHERE told_at IS NOT NULL;
