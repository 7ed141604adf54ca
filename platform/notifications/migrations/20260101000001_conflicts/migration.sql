-- Agencies are told of conflicts of de-confliction, too. Nobody's question is behind these: no viewer, no purpose; and the
-- other agency is named only where an agreement names it.
ALTER TABLE notification
  ALTER COLUMN recipient DROP NOT NULL,
  ALTER COLUMN viewer DROP NOT NULL,
  ALTER COLUMN purpose DROP NOT NULL,
  ADD COLUMN conflict UUID,
  DROP CONSTRAINT notification_kind_check,
  ADD CONSTRAINT notification_kind_check CHECK (kind IN (
    'disclosure', 'override', 'silent-hit', 'conflict', 'conflict-answered', 'conflict-escalated')),
  ADD CONSTRAINT notification_of_question CHECK (
    kind LIKE 'conflict%' OR (recipient IS NOT NULL AND viewer IS NOT NULL AND purpose IS NOT NULL));
