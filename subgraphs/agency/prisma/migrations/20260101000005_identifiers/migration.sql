-- AlterTable
ALTER TABLE "Record" ADD COLUMN     "identifiers" JSONB NOT NULL DEFAULT '[]';
