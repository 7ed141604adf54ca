-- Whose case it is that is to be looked at: agencies take turns. Cases that were put down before are nobody's, which has a turn, too.
ALTER TABLE "lead_due" ADD COLUMN "agency" TEXT NOT NULL DEFAULT '';
CREATE INDEX "lead_due_agency_number_idx" ON "lead_due" ("agency", "number");
ALTER TABLE "lead_set_aside" ADD COLUMN "agency" TEXT NOT NULL DEFAULT '';

-- The id that an officer gives is their agency's alone: nobody learns from it, or takes with it, what is known by it elsewhere.
-- What was entered before keeps the id that it was given.
ALTER TABLE "lead" ADD COLUMN "declared_id" UUID;
UPDATE "lead" SET "declared_id" = "id" WHERE "rule" = 'TIP';
CREATE UNIQUE INDEX "lead_contributor_declared_id_key" ON "lead" ("contributor", "declared_id") WHERE "declared_id" IS NOT NULL;

ALTER TABLE "lead_entry" ADD COLUMN "declared_id" UUID;
UPDATE "lead_entry" SET "declared_id" = "id";
CREATE UNIQUE INDEX "lead_entry_agency_declared_id_key" ON "lead_entry" ("agency", "declared_id") WHERE "declared_id" IS NOT NULL;
ALTER TABLE "lead_entry" ALTER COLUMN "id" SET DEFAULT gen_random_uuid();
