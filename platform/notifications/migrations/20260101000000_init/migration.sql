-- What originators are told: that somebody was shown something of theirs, or searched for it. Never a value. Rows are
-- only ever added.
CREATE TABLE notification (
  -- The order in which rows came. It stays inside: its gaps would tell an originator how much others are told.
  place BIGINT GENERATED ALWAYS AS IDENTITY UNIQUE,
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  at TIMESTAMPTZ NOT NULL,
  originator TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('disclosure', 'override', 'silent-hit')),
  -- The viewer's agency.
  recipient TEXT NOT NULL,
  viewer TEXT NOT NULL,
  purpose JSONB NOT NULL,
  clauses TEXT[] NOT NULL,
  coordinates TEXT[] NOT NULL,
  ruleset TEXT NOT NULL
);

CREATE INDEX notification_originator ON notification (originator, place);

CREATE FUNCTION keep_notifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'notifications are only ever added to';
END $$;

CREATE TRIGGER notification_kept BEFORE UPDATE OR DELETE ON notification FOR EACH ROW EXECUTE FUNCTION keep_notifications();
CREATE TRIGGER notification_not_emptied BEFORE TRUNCATE ON notification FOR EACH STATEMENT EXECUTE FUNCTION keep_notifications();
