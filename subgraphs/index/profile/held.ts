import { SOURCES } from '../../../matching/evidence.ts';
import type { SelectorSource } from '../../../schema/selectors.ts';
import type { IndexRequest } from '../request.ts';
import { MOST_UNDER_A_KEY } from '../search/entries-sql.ts';
import { sql } from '../../kit/sql/fragments.ts';
import type { Found } from './find.ts';
import { grouped } from './grouped.ts';

/** A record or a case that the viewer finds, with all that leads to it. What of that the viewer may know is not yet decided. */
export interface Held extends Found {
  readonly entries: readonly Entry[];
}

/** A blinded selector of a record or a case. */
export interface Entry {
  readonly blind: string;
  readonly source: SelectorSource;
  /** Which of the subjects it is of; null: the record or case itself. */
  readonly place: number | null;
}

/** Reads the selectors of what was found: each from the partition that has it. */
export async function holdingsOf(found: readonly Found[], { database }: IndexRequest): Promise<readonly Held[]> {
  const rows = await database.$queryRaw<readonly EntryRow[]>(sql`
    SELECT held.id::text AS pointer, own.blind::text, led.source, led.subject
    FROM pointer AS held
    CROSS JOIN LATERAL (SELECT DISTINCT blind FROM unnest(held.blinds) AS all_of (blind)) AS own
    CROSS JOIN LATERAL (
      SELECT selector.source, selector.subject FROM selector
      WHERE selector.blind = own.blind AND selector.originator = held.originator AND selector.pointer = held.id
      LIMIT ${MOST_UNDER_A_KEY}::int) AS led
    WHERE held.id = ANY(${found.map(({ hit }) => hit.id)}::uuid[])
    ORDER BY held.id, own.blind, led.source, led.subject`);
  const entries = grouped(rows, ({ pointer }) => pointer);
  return found.map((one) => ({ ...one, entries: (entries.get(one.hit.id) ?? []).flatMap(entryIn) }));
}

interface EntryRow {
  readonly pointer: string;
  readonly blind: string;
  readonly source: number;
  readonly subject: number | null;
}

function entryIn({ blind, source: number, subject: place }: EntryRow): readonly Entry[] {
  const source = SOURCES.get(number);
  return source ? [{ blind, source, place }] : [];
}
