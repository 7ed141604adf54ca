-- Whose a pointer was that has been withdrawn. An id stays with the agency that first told of it: others who have seen it
-- could else claim it, and every later contribution of its own agency would be refused for it.
CREATE TABLE "once_owned" (
    "id" UUID NOT NULL,
    "type" "PointerType" NOT NULL,
    "originator" TEXT NOT NULL,

    CONSTRAINT "once_owned_pkey" PRIMARY KEY ("id")
);
