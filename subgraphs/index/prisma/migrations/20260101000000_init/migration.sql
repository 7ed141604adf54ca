-- CreateEnum
CREATE TYPE "PointerType" AS ENUM ('RECORD', 'CASE', 'LIAISON_CONTACT');

-- CreateTable
CREATE TABLE "pointer" (
    "id" UUID NOT NULL,
    "type" "PointerType" NOT NULL,
    "originator" TEXT NOT NULL,
    "contact_id" UUID,
    "absent" TEXT[],
    "kind" TEXT,
    "occurred_on" DATE,
    "recorded_on" DATE,
    "releasable_to" TEXT[],
    "not_releasable_to" TEXT[],
    "originator_consent" BOOLEAN,
    "not_as_evidence" BOOLEAN,
    "obtained_from" TEXT,
    "crime_areas" TEXT[],
    "program" TEXT,
    "office" TEXT,
    "status" TEXT,
    "opened_on" DATE,
    "closed_on" DATE,
    "districts" TEXT[],
    "contact_role" TEXT,
    "host_country" TEXT,
    "on_call" BOOLEAN,
    "contact_areas" TEXT[],

    CONSTRAINT "pointer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution" (
    "agency" TEXT NOT NULL,
    "last_sequence" BIGINT NOT NULL,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("agency")
);

-- CreateIndex
CREATE INDEX "pointer_type_originator_idx" ON "pointer"("type", "originator");

-- CreateIndex
CREATE INDEX "pointer_type_recorded_on_idx" ON "pointer"("type", "recorded_on");

-- CreateIndex
CREATE INDEX "pointer_type_occurred_on_idx" ON "pointer"("type", "occurred_on");

-- CreateIndex
CREATE INDEX "pointer_type_opened_on_idx" ON "pointer"("type", "opened_on");

-- CreateIndex
CREATE INDEX "pointer_crime_areas_idx" ON "pointer" USING GIN ("crime_areas");

-- CreateIndex
CREATE INDEX "pointer_contact_areas_idx" ON "pointer" USING GIN ("contact_areas");
