-- A page is read of each originator in its order, as far as it goes: by a date, backwards, or by id. Where only records or
-- only cases have the date, the index has no others.
DROP INDEX "pointer_type_originator_idx";
DROP INDEX "pointer_type_recorded_on_idx";
DROP INDEX "pointer_type_occurred_on_idx";
DROP INDEX "pointer_type_opened_on_idx";

CREATE INDEX "pointer_type_originator_id_idx" ON "pointer" ("type", "originator", "id");
CREATE INDEX "pointer_originator_recorded_on_id_idx" ON "pointer" ("originator", "recorded_on", "id") WHERE "type" = 'RECORD';
CREATE INDEX "pointer_originator_occurred_on_id_idx" ON "pointer" ("originator", "occurred_on", "id") WHERE "type" = 'RECORD';
CREATE INDEX "pointer_originator_opened_on_id_idx" ON "pointer" ("originator", "opened_on", "id") WHERE "type" = 'CASE';
CREATE INDEX "pointer_originator_closed_on_id_idx" ON "pointer" ("originator", "closed_on", "id") WHERE "type" = 'CASE';
CREATE INDEX "pointer_districts_idx" ON "pointer" USING GIN ("districts") WHERE "type" = 'CASE';
