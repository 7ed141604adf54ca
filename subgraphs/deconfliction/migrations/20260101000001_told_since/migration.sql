-- Each side of a conflict sees what happened since it was told, and by whom it was heard what another side said.
CREATE SEQUENCE side_arrived AS BIGINT;
SELECT setval('side_arrived', greatest((SELECT max(arrived) FROM conflict), 1));

DROP INDEX side_due;
ALTER TABLE side
  -- The order in which this agency was told: its lists are sorted by it, and not by when the two met.
  ALTER COLUMN arrived SET DEFAULT nextval('side_arrived'),
  ADD COLUMN told_at TIMESTAMPTZ,
  -- What of its own is in the conflict; NULL: it coordinates.
  ADD COLUMN declaration UUID REFERENCES declaration (id),
  -- Since when it has been told by which clause: answers are due from then on.
  ADD COLUMN told_of JSONB NOT NULL DEFAULT '{}',
  -- Who was told of the conflict when it said what it said.
  ADD COLUMN heard TEXT[] NOT NULL DEFAULT '{}',
  -- Since when an answer is overdue, as far as this agency was told.
  ADD COLUMN escalated_at TIMESTAMPTZ,
  -- How often it has answered since the conflict was opened last, and how many notes it has written.
  ADD COLUMN answers INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN notes INTEGER NOT NULL DEFAULT 0,
  DROP COLUMN due_at;
ALTER SEQUENCE side_arrived OWNED BY side.arrived;

UPDATE side SET told_at = opened_at, escalated_at = conflict.escalated_at,
  declaration = CASE role WHEN 'ORIGINATOR' THEN originator_declaration WHEN 'SEARCHER' THEN searcher_declaration END,
  heard = ARRAY(SELECT agency FROM side AS other WHERE other.conflict = side.conflict)
FROM conflict WHERE conflict.id = side.conflict;
ALTER TABLE side ALTER COLUMN told_at SET NOT NULL;
CREATE INDEX side_declaration ON side (declaration, arrived);

-- What is listed, is due or is over is found by an index of its own: nothing reads all conflicts through.
DROP INDEX conflict_unresolved;
ALTER TABLE conflict
  -- Who was told when it was told last, and under which duties. '': before this was kept.
  ADD COLUMN told TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN told_by TEXT NOT NULL DEFAULT '',
  -- When one of the two is over by itself, or since when one has been ended.
  ADD COLUMN lapses_at TIMESTAMPTZ,
  -- When the next answer is overdue of which nobody was told, and the clauses under which somebody was.
  ADD COLUMN escalates_at TIMESTAMPTZ,
  ADD COLUMN overdue TEXT[] NOT NULL DEFAULT '{}',
  DROP COLUMN escalated_at;

UPDATE conflict SET told = ARRAY(SELECT agency FROM side WHERE side.conflict = conflict.id),
  lapses_at = least(theirs.until, ours.until, theirs.ended_at, ours.ended_at, greatest(upper(theirs.span), upper(ours.span)))
FROM declaration AS theirs, declaration AS ours
WHERE theirs.id = originator_declaration AND ours.id = searcher_declaration;

CREATE INDEX conflict_told_by ON conflict (told_by) WHERE over_at IS NULL;
CREATE INDEX conflict_lapsing ON conflict (lapses_at) WHERE over_at IS NULL;
CREATE INDEX conflict_escalating ON conflict (escalates_at) WHERE escalates_at IS NOT NULL;

-- Of two that meet both ways, each may be told of the one and not of the other: so there is a conflict for each way.
DROP INDEX conflict_pair;
DROP INDEX conflict_originator_declaration;
CREATE UNIQUE INDEX conflict_pair ON conflict (originator_declaration, searcher_declaration);

-- Who was told of the conflict when this happened, and may read it therefore; NULL: everybody.
ALTER TABLE entry ADD COLUMN told TEXT[];

-- The end of which the conflicts have been told, where something has ended.
ALTER TABLE declaration ADD COLUMN end_settled TIMESTAMPTZ;
CREATE INDEX declaration_end_unsettled ON declaration (ended_at)
  WHERE ended_at IS NOT NULL AND end_settled IS DISTINCT FROM ended_at;
