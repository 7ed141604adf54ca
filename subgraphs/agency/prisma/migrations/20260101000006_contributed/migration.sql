-- CreateTable
CREATE TABLE "contributed" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" INTEGER NOT NULL,
    "type" "PointerType" NOT NULL,
    "last_id" UUID,
    "finished_at" TIMESTAMPTZ,

    CONSTRAINT "contributed_pkey" PRIMARY KEY ("id")
);
