-- CreateTable
CREATE TABLE "outbox_place" (
    "receiver" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "types" "PointerType"[],

    CONSTRAINT "outbox_place_pkey" PRIMARY KEY ("receiver")
);

-- CreateTable
CREATE TABLE "outbox_refused" (
    "receiver" TEXT NOT NULL,
    "type" "PointerType" NOT NULL,
    "id" UUID NOT NULL,
    "op" "OutboxOp" NOT NULL,
    "code" TEXT NOT NULL,
    "refused_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_refused_pkey" PRIMARY KEY ("receiver","type","id")
);

-- What an agency held until now the index was told of. Who else receives may not have been: who is new among others
-- is told of everything.
INSERT INTO "outbox_place" (receiver, sequence, types)
SELECT 'index', 0, '{RECORD,CASE,LIAISON_CONTACT}' FROM "contributed" WHERE finished_at IS NOT NULL OR last_id IS NOT NULL;
