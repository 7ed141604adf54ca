-- CreateEnum
CREATE TYPE "OutboxOp" AS ENUM ('UPSERT', 'WITHDRAW');

-- CreateEnum
CREATE TYPE "PointerType" AS ENUM ('RECORD', 'CASE', 'LIAISON_CONTACT');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('PERSON', 'GROUP', 'ORGANIZATION');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('REPORT_OF_INVESTIGATION', 'WIRETAP_INTERCEPT', 'FINANCIAL_MATERIAL');

-- CreateEnum
CREATE TYPE "SourceReliability" AS ENUM ('A', 'B', 'C', 'X');

-- CreateEnum
CREATE TYPE "InformationReliability" AS ENUM ('I1', 'I2', 'I3', 'I4');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('OPEN', 'IN_PROSECUTION', 'CLOSED');

-- CreateEnum
CREATE TYPE "ContactRole" AS ENUM ('ATTACHE', 'LIAISON_OFFICER', 'DUTY_OFFICER', 'PROSECUTOR');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('F', 'M', 'X');

-- CreateEnum
CREATE TYPE "DataSubjectCategory" AS ENUM ('SUSPECT', 'CONVICTED', 'VICTIM', 'WITNESS', 'INFORMANT', 'ASSOCIATE');

-- CreateTable
CREATE TABLE "Record" (
    "id" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "title" TEXT,
    "synopsis" TEXT,
    "narrative" TEXT,
    "crimeAreas" TEXT[],
    "program" TEXT,
    "occurredOn" DATE,
    "recordedOn" DATE,
    "office" TEXT,
    "investigator" TEXT,
    "sourceReliability" "SourceReliability",
    "informationReliability" "InformationReliability",
    "handling" JSONB,
    "obtainedFrom" JSONB,
    "investigation" JSONB,
    "intercept" JSONB,
    "financial" JSONB,
    "own" JSONB NOT NULL DEFAULT '{}',
    "caseId" UUID,
    "contactId" UUID,

    CONSTRAINT "Record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT,
    "status" "CaseStatus" NOT NULL,
    "crimeAreas" TEXT[],
    "program" TEXT,
    "office" TEXT,
    "leadInvestigator" TEXT,
    "summary" TEXT,
    "openedOn" DATE,
    "closedOn" DATE,
    "districts" TEXT[],
    "participatingAgencies" TEXT[],
    "seizures" JSONB NOT NULL DEFAULT '[]',
    "items" JSONB NOT NULL DEFAULT '[]',
    "outcomes" JSONB NOT NULL DEFAULT '[]',
    "own" JSONB NOT NULL DEFAULT '{}',
    "contactId" UUID,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LiaisonContact" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "role" "ContactRole" NOT NULL,
    "office" TEXT,
    "city" TEXT,
    "hostCountry" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "languages" TEXT[],
    "timeZone" TEXT,
    "onCall" BOOLEAN NOT NULL,
    "areas" TEXT[],
    "own" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "LiaisonContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subject" (
    "id" UUID NOT NULL,
    "kind" "SubjectKind" NOT NULL,

    CONSTRAINT "Subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "surname" JSONB,
    "firstNames" JSONB,
    "formerNames" JSONB NOT NULL DEFAULT '[]',
    "otherNames" JSONB NOT NULL DEFAULT '[]',
    "aliases" JSONB NOT NULL DEFAULT '[]',
    "alternativeSpellings" TEXT[],
    "sex" "Sex",
    "dateOfBirth" TEXT,
    "placeOfBirth" JSONB,
    "currentNationalities" TEXT[],
    "formerNationalities" TEXT[],
    "passports" JSONB NOT NULL DEFAULT '[]',
    "otherIdentityDocuments" JSONB NOT NULL DEFAULT '[]',
    "fingerprintReference" TEXT,
    "circumstances" TEXT,
    "dataSubjectCategory" "DataSubjectCategory",
    "minor" BOOLEAN,
    "addresses" JSONB NOT NULL DEFAULT '[]',
    "phones" TEXT[],
    "emails" TEXT[],
    "occupation" TEXT,
    "physicalDescription" JSONB,
    "own" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" UUID NOT NULL,
    "names" TEXT[],
    "kind" TEXT,
    "countries" TEXT[],
    "accounts" JSONB NOT NULL DEFAULT '[]',
    "own" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "names" TEXT[],
    "kind" TEXT,
    "registrations" JSONB NOT NULL DEFAULT '[]',
    "addresses" JSONB NOT NULL DEFAULT '[]',
    "accounts" JSONB NOT NULL DEFAULT '[]',
    "own" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecordSubject" (
    "recordId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "subjectId" UUID NOT NULL,

    CONSTRAINT "RecordSubject_pkey" PRIMARY KEY ("recordId","position")
);

-- CreateTable
CREATE TABLE "CaseSubject" (
    "caseId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "subjectId" UUID NOT NULL,

    CONSTRAINT "CaseSubject_pkey" PRIMARY KEY ("caseId","position")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "groupId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupId","position")
);

-- CreateTable
CREATE TABLE "OrganizationDirector" (
    "organizationId" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "OrganizationDirector_pkey" PRIMARY KEY ("organizationId","position")
);

-- CreateTable
CREATE TABLE "outbox" (
    "sequence" BIGSERIAL NOT NULL,
    "op" "OutboxOp" NOT NULL,
    "type" "PointerType" NOT NULL,
    "id" UUID NOT NULL,
    "pointer" JSONB,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("sequence")
);

-- CreateIndex
CREATE INDEX "Record_caseId_idx" ON "Record"("caseId");

-- CreateIndex
CREATE INDEX "Record_contactId_idx" ON "Record"("contactId");

-- CreateIndex
CREATE INDEX "Case_contactId_idx" ON "Case"("contactId");

-- CreateIndex
CREATE INDEX "RecordSubject_subjectId_idx" ON "RecordSubject"("subjectId");

-- CreateIndex
CREATE INDEX "CaseSubject_subjectId_idx" ON "CaseSubject"("subjectId");

-- CreateIndex
CREATE INDEX "GroupMember_personId_idx" ON "GroupMember"("personId");

-- CreateIndex
CREATE INDEX "OrganizationDirector_personId_idx" ON "OrganizationDirector"("personId");

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Record" ADD CONSTRAINT "Record_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "LiaisonContact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "LiaisonContact"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_id_fkey" FOREIGN KEY ("id") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_id_fkey" FOREIGN KEY ("id") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_id_fkey" FOREIGN KEY ("id") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordSubject" ADD CONSTRAINT "RecordSubject_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "Record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordSubject" ADD CONSTRAINT "RecordSubject_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseSubject" ADD CONSTRAINT "CaseSubject_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseSubject" ADD CONSTRAINT "CaseSubject_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationDirector" ADD CONSTRAINT "OrganizationDirector_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationDirector" ADD CONSTRAINT "OrganizationDirector_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
