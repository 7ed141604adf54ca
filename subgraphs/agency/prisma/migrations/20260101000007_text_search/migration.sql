-- A text as it is searched: each word as it is written, and by its stem (English for words in Latin letters, Russian for
-- those in Cyrillic). What comes after the first 100,000 characters is not searched: PostgreSQL refuses a text of which
-- more than a megabyte would be kept, and with it the row.
CREATE FUNCTION searchable_text(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple'::regconfig, left(coalesce(value, ''), 100000))
      || to_tsvector('pg_catalog.russian'::regconfig, left(coalesce(value, ''), 100000))
$$;

-- What is looked for, in both forms: one of them is enough.
CREATE FUNCTION sought_text(value text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT websearch_to_tsquery('pg_catalog.simple'::regconfig, value)
      || websearch_to_tsquery('pg_catalog.russian'::regconfig, value)
$$;

-- CreateIndex
CREATE INDEX "Record_title_text" ON "Record" USING gin (searchable_text("title"));

-- CreateIndex
CREATE INDEX "Record_synopsis_text" ON "Record" USING gin (searchable_text("synopsis"));

-- CreateIndex
CREATE INDEX "Record_narrative_text" ON "Record" USING gin (searchable_text("narrative"));
