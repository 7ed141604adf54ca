import fc from 'fast-check';
import type { Clause } from '../../policy/agreement.ts';
import type { Disclosure } from '../../policy/rule.ts';
import { SELECTOR_SOURCES } from '../../schema/selectors.ts';
import { sql } from '../../subgraphs/kit/sql/fragments.ts';
import { audiencesOf } from '../../subgraphs/index/search/audience.ts';
import type { Hit } from '../../subgraphs/index/search/hit.ts';
import { findHits } from '../../subgraphs/index/search/page.ts';
import { coordinatesRead, type Search } from '../../subgraphs/index/search/search.ts';
import { soughtIn } from '../../subgraphs/index/search/sought.ts';
import { useIndex } from './database.ts';
import { blindOf, contributeAll, id, record, sealed, type TestPointer } from './pointers.ts';
import { askingOf, share } from './selector-world.ts';

/** Of the same records of ICE, and of FBI, clauses show some fields, and tell by others whom to call, or that they exist. */
const CLAUSES: readonly Clause[] = [
  share('shown', 'ICE', { coordinates: ['Record.title', 'Record.kind', 'Record.subjects', 'Record.program'] }),
  share('phones shown', 'ICE', { coordinates: ['Person.phones'], where: { minor: false } }),
  share('called', 'ICE', {
    coordinates: ['Person.phones', 'Person.emails', 'Record.program'],
    where: { crimeAreas: { anyOf: ['drug-trafficking'] } },
    disclosure: 'CONTACT',
  }),
  share('exist', 'ICE', { coordinates: ['Person.passports', 'Record.kind'], disclosure: 'EXISTS' }),
  share('also exist', 'ICE', { coordinates: ['Person.phones'], where: { program: 'OCDETF' }, disclosure: 'EXISTS' }),
  share('linked without their numbers', 'FBI', { coordinates: ['Record.title', 'Record.kind', 'Person.phones'] }),
  share('called at FBI', 'FBI', { coordinates: ['Person.passports'], disclosure: 'CONTACT' }),
  share('exist at FBI', 'FBI', { coordinates: ['Person.passports', 'Person.phones'], disclosure: 'EXISTS' }),
];

const LEVELS = ['FULL', 'CONTACT', 'EXISTS'] as const;
const FIELDS = { phone: 'PHONE', passport: 'PASSPORT', email: 'EMAIL' } as const;
const COORDINATES = { phone: 'Person.phones', passport: 'Person.passports', email: 'Person.emails' } as const;
type Selectors = Readonly<Partial<Record<keyof typeof FIELDS, string>>>;

const selectors: fc.Arbitrary<Selectors> = fc.record(
  { phone: fc.constantFrom('1', '2'), passport: fc.constantFrom('1', '2'), email: fc.constant('1') },
  { requiredKeys: [] },
);
const pointer = fc.record({
  labels: fc.record({
    kind: fc.constantFrom('REPORT_OF_INVESTIGATION', 'WIRETAP_INTERCEPT'),
    crimeAreas: fc.subarray(['drug-trafficking', 'cybercrime']),
    program: fc.constantFrom('OCDETF', 'other'),
  }),
  persons: fc.array(fc.record({ minor: fc.boolean(), selectors }), { minLength: 1, maxLength: 2 }),
});

interface Asked {
  readonly selectors: Selectors;
  readonly labels: { readonly kind?: string; readonly program?: string };
}

/** Every search by some of these. */
const SEARCHES: readonly Asked[] = subsets(['phone', 'passport', 'email', 'kind', 'program']).map((names) => {
  const given = <Value extends object>(all: Value) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))) as Partial<Value>;
  return {
    selectors: given({ phone: '1', passport: '1', email: '1' }),
    labels: given({ kind: 'REPORT_OF_INVESTIGATION', program: 'OCDETF' }),
  };
});

function subsets(names: readonly string[]): readonly (readonly string[])[] {
  return names.reduce<readonly (readonly string[])[]>(
    (some, name) => [...some, ...some.map((of) => [...of, name])],
    [[]],
  );
}

const keyOf = (name: string, value: string) => `${FIELDS[name as keyof typeof FIELDS]}:${value}`;

function searchOf({ selectors: sought, labels }: Asked): Search {
  const values = Object.entries(sought).map(([name, value]) => [name, sealed([{ text: keyOf(name, value) }])] as const);
  const { kind, program } = labels;
  const terms = [
    ...(kind === undefined ? [] : [{ coordinate: 'Record.kind', where: sql`kind = ${kind}` }]),
    ...(program === undefined ? [] : [{ coordinate: 'Record.program', where: sql`program = ${program}` }]),
  ];
  return { family: 'Record', terms, sought: soughtIn(Object.fromEntries(values)), order: { by: 'relevance' } };
}

describe('a hit at a level', () => {
  const index = useIndex();
  const pointers = fc.sample(pointer, { numRuns: 120, seed: 20_260_101 }).map(made);

  beforeAll(() => contributeAll(index.database, pointers));

  const found = async (search: Search, clauses: readonly Clause[], level: Disclosure, of = ['ICE', 'FBI']) => {
    const { grant } = askingOf('DEA', clauses);
    const audiences = audiencesOf(grant, of, 'Record', coordinatesRead(search));
    const hits = await findHits(index.database, search, audiences, { after: undefined, most: 500 });
    return hits.filter(({ disclosure }) => disclosure === level).map((hit) => hit.id);
  };
  const ofLevel = (level: Disclosure) => CLAUSES.filter((clause) => (clause.share?.disclosure ?? 'FULL') === level);

  it('is what the clauses of that level alone would find, but for what more is told of', async () => {
    const seen = new Set<string>();
    for (const one of SEARCHES) {
      const search = searchOf(one);
      const more = new Set<string>();
      for (const level of LEVELS) {
        const alone = await found(search, ofLevel(level), level);
        const expected = alone.filter((hit) => !more.has(hit));
        expect([one, level, ...(await found(search, CLAUSES, level)).sort()]).toEqual([one, level, ...expected.sort()]);
        const by = Object.keys({ ...one.selectors, ...one.labels }).length;
        if (expected.length > 0) seen.add(`${level} by ${by}`);
        for (const hit of alone) more.add(hit);
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining(LEVELS.flatMap((level) => [`${level} by 1`, `${level} by 2`])));
  });

  const X = { phone: '4', passport: '4' } as const;
  const one = made(
    {
      labels: { kind: 'WIRETAP_INTERCEPT', crimeAreas: [], program: 'other' },
      persons: [{ minor: false, selectors: X }],
    },
    500,
  );

  it.each([
    ['a label that is shown', { selectors: { passport: '4' }, labels: { program: 'other' } }],
    ['a number that is shown', { selectors: X, labels: {} }],
  ])('is not told, by %s beside what only says that it exists, from what is shown of it elsewhere', async (_, both) => {
    await contributeAll(index.database, [one]);
    const by = (what: Partial<Asked>) => searchOf({ selectors: {}, labels: {}, ...what });
    expect(await found(by({ selectors: { passport: '4' } }), CLAUSES, 'EXISTS')).toEqual([id(500)]);
    expect(await found(by({ selectors: { phone: '4' } }), CLAUSES, 'FULL')).toEqual([id(500)]);
    for (const level of LEVELS) expect(await found(by(both), CLAUSES, level)).toEqual([]);
  });

  it.each([
    ['a number', { selectors: { passport: '9' } }],
    ['a label', { labels: { kind: 'REPORT_OF_INVESTIGATION' } }],
  ])('that shows nothing stands in no order of ids, on one page or another, once: by %s', async (_, what) => {
    const exist = [share('exist', 'ICE', { coordinates: ['Person.passports', 'Record.kind'], disclosure: 'EXISTS' })];
    const labels = { kind: 'REPORT_OF_INVESTIGATION' as const, crimeAreas: [], program: 'other' as const };
    const persons = [{ minor: false, selectors: { passport: '9' } }];
    await contributeAll(
      index.database,
      Array.from({ length: 30 }, (_one, at) => made({ labels, persons }, 601 + at * 3)),
    );
    const search = searchOf({ selectors: {}, labels: {}, ...what });
    const audiences = audiencesOf(askingOf('DEA', exist).grant, ['ICE'], 'Record', coordinatesRead(search));
    const all = (await findHits(index.database, search, audiences, { after: undefined, most: 500 })).map(
      (hit) => hit.id,
    );
    expect(all.length).toBeGreaterThanOrEqual(30);
    expect([[...all].sort(), [...all].sort().reverse()]).not.toContainEqual(all);
    const turned: string[] = [];
    for (let after: Hit | undefined; ;) {
      const page = await findHits(index.database, search, audiences, { after, most: 7 });
      turned.push(...page.map((hit) => hit.id));
      after = page.at(-1);
      if (!after) break;
    }
    expect(turned).toEqual(all);
  });
});

function made({ labels, persons }: PointerOf, n: number): TestPointer {
  const subjects = persons.map(({ minor }, at) => ({
    id: id(10_000 + n * 10 + at),
    type: 'PERSON' as const,
    labels: { minor, dataSubjectCategory: 'SUSPECT', nationalities: ['US'] },
  }));
  const entries = persons.flatMap(({ selectors: of }, subject) =>
    Object.entries(of).map(([name, value]) => {
      const coordinate = COORDINATES[name as keyof typeof COORDINATES];
      const { number: source } = SELECTOR_SOURCES.find((known) => known.coordinate === coordinate)!;
      return { source, subject, blind: blindOf(keyOf(name, value)) };
    }),
  );
  return { ...record(n % 3 === 0 ? 'FBI' : 'ICE', n, labels), subjects, selectors: entries };
}

type PointerOf = typeof pointer extends fc.Arbitrary<infer One> ? One : never;
