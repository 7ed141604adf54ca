-- Marks from before have no codes, because there were none. NULL (marks not known) and `{}` (no marks) say it already.
UPDATE "Record" SET handling = handling || '{"codes": []}' WHERE handling <> '{}' AND NOT handling ? 'codes';

-- So do pointers that the index has still to be told.
UPDATE "outbox" SET pointer = jsonb_set(pointer, '{labels,handlingCodes}', '[]')
WHERE type = 'RECORD' AND pointer -> 'labels' ? 'notAsEvidence';
