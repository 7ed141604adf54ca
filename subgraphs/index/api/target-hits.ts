import type { Family } from '../columns.ts';
import type { IndexRequest } from '../request.ts';
import type { Hit } from '../search/hit.ts';
import { CaseHit, RecordHit } from './hits.ts';

/** What a list of hits says of those that the gateway takes out. */
export const ABSENT_HIT = 'one is absent where the gateway, asking again, finds it withheld.';

/** The records among hits. */
export function recordsIn(hits: readonly Hit[], request: IndexRequest): readonly RecordHit[] {
  return ofFamily('Record', hits).map((hit) => new RecordHit(hit, request));
}

/** The cases among hits. */
export function casesIn(hits: readonly Hit[], request: IndexRequest): readonly CaseHit[] {
  return ofFamily('Case', hits).map((hit) => new CaseHit(hit, request));
}

function ofFamily(family: Family, hits: readonly Hit[]): readonly Hit[] {
  return hits.filter((hit) => hit.family === family);
}
