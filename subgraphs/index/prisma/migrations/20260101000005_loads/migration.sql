-- How far the index has come with a file that an agency loads, so that a load that was broken off goes on there.
CREATE TABLE "load" (
    "agency" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "finished_at" TIMESTAMPTZ(3),
    "lines" BIGINT NOT NULL DEFAULT 0,
    "rejected" BIGINT NOT NULL DEFAULT 0,
    "last_refused" JSONB NOT NULL DEFAULT '[]',
    -- With --replace: up to which id it was looked what the load did not bring.
    "looked_until" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',

    CONSTRAINT "load_pkey" PRIMARY KEY ("agency", "name")
);

-- What an agency withdrew while it was loading, and of which the index knew nothing yet: the load would bring it back.
CREATE TABLE "withdrawn_during_load" (
    "agency" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "withdrawn_during_load_pkey" PRIMARY KEY ("agency", "id")
);
