-- CreateTable
CREATE TABLE "completed_load" (
    "name" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "completed_load_pkey" PRIMARY KEY ("name")
);
