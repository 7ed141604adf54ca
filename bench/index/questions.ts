import type { Pool } from 'pg';
import { unseal } from '../../matching/sealed.ts';
import type { IndexRequest } from '../../subgraphs/index/request.ts';
import { checkSelectors } from '../../subgraphs/index/search/checks.ts';
import { searchPage } from '../../subgraphs/index/search/connection.ts';
import { meetingsOfEvents } from '../../subgraphs/deconfliction/matching/meetings-of-events.ts';
import { EVENT_AGENCIES, eventOf } from './events.ts';
import type { Samples } from './samples.ts';

/** Something that is asked of an index of some size; the nth time. */
export interface Question {
  readonly name: string;
  /** How often it is asked in one round. */
  readonly times: number;
  readonly ask: (n: number) => Promise<unknown>;
}

/** What questions are asked of. */
export interface Asked {
  readonly request: () => IndexRequest;
  readonly samples: Samples;
  /** The tables of de-confliction. */
  readonly events: Pool;
}

/** One call checks so many. */
const CHECKED_AT_ONCE = 100;

/** Every question, by the code that the index answers with. */
export function questionsOf({ request, samples, events }: Asked): readonly Question[] {
  const search = (filter: object, orderBy?: string) =>
    searchPage('Record', { filter: { ...filter }, first: 20, after: undefined, orderBy }, request());
  return [
    { name: 'exact selector', times: 200, ask: (n) => search({ phone: of(samples.phones, n) }) },
    { name: 'fuzzy person', times: 100, ask: (n) => search({ person: { sealed: of(samples.persons, n) } }) },
    {
      name: 'filtered page',
      times: 100,
      ask: (n) => search({ crimeAreas: [of(AREAS, n)], recordedFrom: `20${16 + (n % 9)}-03-01` }, 'RECORDED_ON_DESC'),
    },
    { name: 'batch of 10,000', times: 1, ask: () => checkAll(samples.batch, request) },
    {
      name: 'event',
      times: 100,
      ask: (n) =>
        meetingsOfEvents(events, [eventOf(n)], {
          agencies: EVENT_AGENCIES,
          radiusMetres: 1000,
          hours: 12,
          now: new Date(0),
        }),
    },
  ];
}

const AREAS = ['drug-trafficking', 'money-laundering', 'human-trafficking'];

async function checkAll(phones: readonly string[], request: () => IndexRequest): Promise<void> {
  for (let from = 0; from < phones.length; from += CHECKED_AT_ONCE) {
    const sought = phones
      .slice(from, from + CHECKED_AT_ONCE)
      .map((phone) => ({ kind: 'PHONE' as const, tokens: unseal(phone)! }));
    await checkSelectors('Record', sought, request());
  }
}

function of<Value>(values: readonly Value[], n: number): Value {
  return values[n % values.length]!;
}
