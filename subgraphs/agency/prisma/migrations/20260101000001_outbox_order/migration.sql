-- INVARIANT: entries of the outbox become visible in the order of their sequence numbers.
-- A sequence gives its numbers out before the commit, so without more a transaction with a lower number could commit
-- after one with a higher number was read, sent and acknowledged, and the receiver would take it for a double.
-- A statement-level trigger fires before the first number is drawn: whoever writes to the outbox holds this lock from
-- there to the end of the transaction, and locks are released after the commit has become visible. Writers therefore
-- write to the outbox last.
CREATE FUNCTION outbox_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(1129270851, 1);
  RETURN NULL;
END $$;

CREATE TRIGGER outbox_in_order BEFORE INSERT ON "outbox" FOR EACH STATEMENT EXECUTE FUNCTION outbox_in_order();

-- Delivered on commit, once per transaction: the relay listens.
CREATE FUNCTION outbox_wake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;

CREATE TRIGGER outbox_wake AFTER INSERT ON "outbox" FOR EACH STATEMENT EXECUTE FUNCTION outbox_wake();

-- Numbers begin at the microsecond of this migration (16 digits, exact as a double until 2255): a database that is
-- made anew numbers on from where its predecessor, fewer than a million entries a second, can have come.
SELECT setval(pg_get_serial_sequence('"outbox"', 'sequence'), (extract(epoch FROM clock_timestamp()) * 1000000)::bigint);
