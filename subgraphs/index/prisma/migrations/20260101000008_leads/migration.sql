-- Cases that were contributed, updated or withdrawn, to be looked at for leads. Rows are added and taken out, and never
-- changed: whoever contributes waits for nobody who looks.
CREATE TABLE "lead_due" (
    "number" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "lead_due_pkey" PRIMARY KEY ("number")
);

-- A lead of one agency. One that was found points to two cases, and holds nothing of them: what they have in common is
-- read anew whenever somebody asks. One that was entered holds what another agency wrote to this one.
CREATE TABLE "lead" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    -- The order in which they came. It stays inside, as its gaps tell of others.
    "arrived" BIGSERIAL NOT NULL,
    "rule" TEXT NOT NULL,
    -- Whose lead it is, and whose case, or tip, leads there.
    "agency" TEXT NOT NULL,
    "contributor" TEXT NOT NULL,
    "own_case" UUID,
    "other_case" UUID,
    -- Districts in which the agency had no case on the target.
    "new_districts" TEXT[] NOT NULL DEFAULT '{}',
    -- Of a tip: where it goes, what it is about, what it says, and the blinded selectors in it.
    "district" TEXT,
    "area" TEXT,
    "words" TEXT,
    "sought" JSONB,
    -- Of all that was entered, so that the same is known when it comes again.
    "digest" TEXT,
    "status" TEXT NOT NULL DEFAULT 'NEW',
    "reason" TEXT,
    "outcome" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    -- Since when nothing is left to do.
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lead_rule" CHECK ("rule" IN ('SHARED_SELECTOR', 'SHARED_ORGANIZATION', 'NEW_DISTRICT', 'TIP')),
    CONSTRAINT "lead_status" CHECK ("status" IN ('NEW', 'ACCEPTED', 'DECLINED', 'WORKED')),
    CONSTRAINT "lead_of_cases" CHECK (("rule" = 'TIP') = ("own_case" IS NULL) AND ("rule" = 'TIP') = ("other_case" IS NULL)),
    CONSTRAINT "lead_of_tip" CHECK (("rule" = 'TIP') = ("area" IS NOT NULL))
);

CREATE UNIQUE INDEX "lead_own_case_other_case_rule_key" ON "lead" ("own_case", "other_case", "rule");
CREATE INDEX "lead_other_case_idx" ON "lead" ("other_case");
CREATE INDEX "lead_agency_arrived_idx" ON "lead" ("agency", "arrived");
CREATE INDEX "lead_contributor_arrived_idx" ON "lead" ("contributor", "arrived") WHERE "rule" = 'TIP';
CREATE INDEX "lead_closed_at_idx" ON "lead" ("closed_at") WHERE "words" IS NOT NULL;

-- What became of a lead. Rows are only ever added; they go with the lead.
CREATE TABLE "lead_entry" (
    "id" UUID NOT NULL,
    "arrived" BIGSERIAL NOT NULL,
    "lead" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "officer" TEXT NOT NULL,
    "reason" TEXT,
    "outcome" TEXT,
    "remark" TEXT,

    CONSTRAINT "lead_entry_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "lead_entry_lead_arrived_idx" ON "lead_entry" ("lead", "arrived");
ALTER TABLE "lead_entry" ADD CONSTRAINT "lead_entry_lead_fkey" FOREIGN KEY ("lead") REFERENCES "lead" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What there is already is looked at, too.
INSERT INTO "lead_due" ("case_id") SELECT "id" FROM "pointer" WHERE "type" = 'CASE';
