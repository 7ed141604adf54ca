-- What is looked for by a selector is read from the index alone, in the order of pointers, so that no more is read than
-- is wanted of one that leads to many; and a pointer that is withdrawn takes its own entries away, however many others
-- there are under the same selector.
DROP INDEX "selector_blind_idx";
CREATE INDEX "selector_blind_pointer_source_subject_idx" ON "selector" ("blind", "pointer", "source", "subject");
