-- INVARIANT: what is written now has a greater number than anything that was written before, in this database or in one of
-- which it is a copy. A database that was restored from a backup would else number on from there, and the receiver would
-- take what it tells for doubles: of a withdrawal too. So numbers go on at the microsecond of each statement, or, for who
-- writes faster than the clock, where they are. It happens under the lock: no other statement draws a number meanwhile.
CREATE OR REPLACE FUNCTION outbox_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  numbers regclass := pg_get_serial_sequence(format('%I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME), 'sequence');
BEGIN
  PERFORM pg_advisory_xact_lock(1129270851, 1);
  PERFORM setval(numbers, GREATEST(nextval(numbers), (extract(epoch FROM clock_timestamp()) * 1000000)::bigint));
  RETURN NULL;
END $$;
