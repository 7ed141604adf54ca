-- Of a record or a case the index also knows the persons, groups and organizations in it, by their labels, as a list of
-- `{"id", "type", "labels"}`; and the selectors that lead to it, blinded, so that withdrawing goes straight to them.
-- `changed_at` tells a load of many pointers what has changed since it began.
ALTER TABLE "pointer"
    ADD COLUMN "subjects" JSONB NOT NULL DEFAULT '[]',
    ADD COLUMN "blinds" UUID[] NOT NULL DEFAULT '{}',
    ADD COLUMN "epoch" SMALLINT,
    ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now();

ALTER TABLE "once_owned" ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now();

-- A blinded selector, the pointer that it leads to, where in the contract it stands (`schema/selectors.ts`), and which of
-- the pointer's subjects it is of (null: the record or case itself). Distributed by the selector: what is looked for by
-- one is found in one place.
CREATE TABLE "selector" (
    "blind" UUID NOT NULL,
    "pointer" UUID NOT NULL,
    "source" SMALLINT NOT NULL,
    "subject" SMALLINT
) PARTITION BY HASH ("blind");

DO $$ BEGIN
    FOR part IN 0..15 LOOP
        EXECUTE format('CREATE TABLE selector_%s PARTITION OF selector FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
    END LOOP;
END $$;

CREATE INDEX "selector_blind_idx" ON "selector" ("blind");
