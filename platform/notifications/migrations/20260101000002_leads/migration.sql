-- Agencies are told of leads, too: that one was entered for them, and what became of one that they led to.
ALTER TABLE notification
  ADD COLUMN lead UUID,
  DROP CONSTRAINT notification_kind_check,
  ADD CONSTRAINT notification_kind_check CHECK (kind IN (
    'disclosure', 'override', 'silent-hit', 'conflict', 'conflict-answered', 'conflict-escalated', 'lead', 'lead-answered')),
  DROP CONSTRAINT notification_of_question,
  ADD CONSTRAINT notification_of_question CHECK (
    kind LIKE 'conflict%' OR kind LIKE 'lead%'
    OR (recipient IS NOT NULL AND viewer IS NOT NULL AND purpose IS NOT NULL));
