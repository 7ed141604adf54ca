-- Of one selector each agency's entries are looked at by themselves, so many of each: whatever one contributes, it can
-- crowd out nobody else's.
ALTER TABLE "selector" ADD COLUMN "originator" TEXT;
UPDATE "selector" SET "originator" = pointer.originator FROM pointer WHERE pointer.id = selector.pointer;
DELETE FROM "selector" WHERE "originator" IS NULL;
ALTER TABLE "selector" ALTER COLUMN "originator" SET NOT NULL;

DROP INDEX "selector_blind_pointer_source_subject_idx";
CREATE INDEX "selector_blind_originator_pointer_source_subject_idx"
    ON "selector" ("blind", "originator", "pointer", "source", "subject");
