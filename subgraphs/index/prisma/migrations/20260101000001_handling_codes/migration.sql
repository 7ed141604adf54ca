-- AlterTable
-- Pointers from before have no codes, because there were none. By a default that is dropped again no row is rewritten.
ALTER TABLE "pointer" ADD COLUMN "handling_codes" TEXT[] DEFAULT '{}';
ALTER TABLE "pointer" ALTER COLUMN "handling_codes" DROP DEFAULT;

-- Of a record of whose marks nothing is known, nothing is known of codes either.
UPDATE "pointer" SET "handling_codes" = NULL WHERE "type" = 'RECORD' AND "not_as_evidence" IS NULL;
