-- The newest key under which an agency has anything that is looked for: by what is blinded under an older one, others no
-- longer meet.
CREATE INDEX selector_epoch ON selector (agency, epoch);
