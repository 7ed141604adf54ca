-- When a pointer first came to the index, among all. Those that were there before have none: they came first.
-- Leads are listed by it: what leads from one case to another may not be told to everybody, nor since when it does.
ALTER TABLE "pointer" ADD COLUMN "came" BIGINT;
CREATE SEQUENCE "pointer_came_seq" OWNED BY "pointer"."came";
ALTER TABLE "pointer" ALTER COLUMN "came" SET DEFAULT nextval('pointer_came_seq'::regclass);
SELECT setval('pointer_came_seq', (SELECT "last_value" FROM "lead_arrived_seq"));

-- A lead has the same id whenever it is found, and nobody can tell from it which cases it is of.
CREATE TABLE "lead_secret" (
    "secret" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "lead_secret_pkey" PRIMARY KEY ("secret")
);
INSERT INTO "lead_secret" DEFAULT VALUES;

-- The place in the list: of what was found, when the later of the two cases came. Some have the same.
UPDATE "lead" SET "arrived" = 0 WHERE "rule" <> 'TIP';
CREATE INDEX "lead_agency_arrived_id_idx" ON "lead" ("agency", "arrived", "id");
DROP INDEX "lead_agency_arrived_idx";

-- What is new is decided when somebody asks. Of leads that were answered it stays what the answer was about.
UPDATE "lead" SET "new_districts" = '{}' WHERE "status" = 'NEW';

-- Cases at which a look failed: they wait for another one, and keep no others waiting.
CREATE TABLE "lead_set_aside" (
    "case_id" UUID NOT NULL,
    "failures" INTEGER NOT NULL,
    "again_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_set_aside_pkey" PRIMARY KEY ("case_id")
);
CREATE INDEX "lead_set_aside_again_at_idx" ON "lead_set_aside" ("again_at");

-- How many tips an agency (and, where it is named, an officer of it) has entered for another one on a day (UTC).
CREATE TABLE "tips_entered" (
    "day" DATE NOT NULL,
    "agency" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "officer" TEXT NOT NULL,
    "entered" INTEGER NOT NULL,

    CONSTRAINT "tips_entered_pkey" PRIMARY KEY ("day", "agency", "recipient", "officer")
);

-- Leads into districts are found where none were before.
INSERT INTO "lead_due" ("case_id") SELECT "id" FROM "pointer" WHERE "type" = 'CASE';
