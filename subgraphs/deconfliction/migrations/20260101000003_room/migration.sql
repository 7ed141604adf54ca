-- How many unresolved conflicts an agency has come to, of which it is told, or is not: there is room for so many.
CREATE INDEX conflict_unresolved ON conflict (searcher, (searcher = ANY (told))) WHERE status <> 'RESOLVED';
