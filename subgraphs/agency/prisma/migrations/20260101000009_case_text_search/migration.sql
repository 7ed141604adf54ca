-- CreateIndex
CREATE INDEX "Case_title_text" ON "Case" USING gin (searchable_text("title"));

-- CreateIndex
CREATE INDEX "Case_summary_text" ON "Case" USING gin (searchable_text("summary"));
