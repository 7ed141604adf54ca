-- Pointers that are only told of come in an order that says nothing of their ids: by a hash of these under a key that this
-- database alone has. It is written into the function, so that an index can be kept in that order.
DO $do$ BEGIN
  EXECUTE format(
    'CREATE FUNCTION "pointer_order"("id" UUID) RETURNS UUID LANGUAGE SQL IMMUTABLE PARALLEL SAFE
      AS $body$ SELECT encode(substring(sha256(%L::bytea || uuid_send("id")) FROM 1 FOR 16), ''hex'')::uuid $body$',
    '\x' || replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
END $do$;
CREATE INDEX "pointer_type_originator_order_idx" ON "pointer" ("type", "originator", "pointer_order"("id"));
