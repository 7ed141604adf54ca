import fc from 'fast-check';
import { shownInFull } from '../../policy/cell.ts';
import { evaluate } from '../../policy/condition/evaluate.ts';
import { dataOf } from './ask.ts';
import { useIndex } from './database.ts';
import { contributeAll, id, record, type TestPointer } from './pointers.ts';
import { asking } from './world.ts';

const QUERY = `query ($filter: RecordFilter!) {
  records(first: 100, filter: $filter) { totalCount edges { node { disclosure originator { code } record { id } } } }
}`;

const ORIGINATORS = ['ICE', 'FBI', 'ATF', 'ICRF', 'DEA'] as const;

const marks = fc.record(
  {
    kind: fc.constantFrom(
      'REPORT_OF_INVESTIGATION',
      'REPORT_OF_INVESTIGATION',
      'WIRETAP_INTERCEPT',
      'FINANCIAL_MATERIAL',
      null,
    ),
    crimeAreas: fc.subarray(['drug-trafficking', 'cybercrime']),
    program: fc.constantFrom('OCDETF', 'other', null),
    recordedOn: fc.constantFrom('2010-01-01', '2020-01-01', null),
    releasableTo: fc.constantFrom([], [], ['DEA', 'FBI'], ['FBI']),
    notReleasableTo: fc.constantFrom([], [], [], ['DEA']),
    originatorConsent: fc.constantFrom(false, false, false, true),
    notAsEvidence: fc.constantFrom(false, false, false, true),
    handlingCodes: fc.constantFrom([], [], ['H1']),
    obtainedFrom: fc.constantFrom(null, null, 'DEA', 'ICRF'),
  },
  {
    requiredKeys: [
      'crimeAreas',
      'releasableTo',
      'notReleasableTo',
      'originatorConsent',
      'notAsEvidence',
      'handlingCodes',
      'obtainedFrom',
    ],
  },
);

const filter = fc.record(
  {
    kinds: fc.subarray(['REPORT_OF_INVESTIGATION', 'WIRETAP_INTERCEPT'], { minLength: 1 }),
    crimeAreas: fc.subarray(['drug-trafficking', 'cybercrime'], { minLength: 1 }),
    programs: fc.constant(['OCDETF']),
    recordedFrom: fc.constant('2015-01-01'),
    originators: fc.subarray([...ORIGINATORS], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

type Filter = Readonly<Partial<Record<'kinds' | 'crimeAreas' | 'programs' | 'originators', readonly string[]>>> & {
  readonly recordedFrom?: string;
};

/** What each field of the filter reads. */
const READ = {
  kinds: 'Record.kind',
  crimeAreas: 'Record.crimeAreas',
  programs: 'Record.program',
  recordedFrom: 'Record.recordedOn',
} as const;

/** The rule, said row by row: the values, and the most telling level at which the row may be found by all of them. */
function expected(
  { n, originator, labels }: TestPointer,
  { grant }: ReturnType<typeof asking>,
  filter: Filter,
): string | undefined {
  const row = { type: 'Record', labels: { reference: id(n), ...labels } };
  const has = (name: string, wanted: readonly string[]) =>
    [labels[name]].flat().some((value) => typeof value === 'string' && wanted.includes(value));
  const recordedOn = typeof labels['recordedOn'] === 'string' ? labels['recordedOn'] : '';
  const answers = [
    !filter.originators || filter.originators.includes(originator),
    !filter.kinds || has('kind', filter.kinds),
    !filter.crimeAreas || has('crimeAreas', filter.crimeAreas),
    !filter.programs || has('program', filter.programs),
    !filter.recordedFrom || recordedOn >= filter.recordedFrom,
  ];
  if (!answers.every(Boolean)) return undefined;
  const openedFor = (level: 'FULL' | 'CONTACT' | 'EXISTS') =>
    Object.entries(READ).flatMap(([name, coordinate]) => {
      if (!(name in filter)) return [];
      const cell = grant.cell(originator, coordinate);
      return [level === 'FULL' ? shownInFull(cell) : cell.told[level]];
    });
  const isSearch = Object.keys(filter).some((name) => name !== 'originators');
  const levels = grant.levels(originator, 'Record');
  const disclosed = isSearch ? (['FULL', 'CONTACT', 'EXISTS'] as const) : (['FULL'] as const);
  return disclosed.find((level) =>
    [levels[level], ...openedFor(level)].every((condition) => evaluate(condition, row) === true),
  );
}

describe('the hits of a search', () => {
  const index = useIndex();
  const pointers: readonly TestPointer[] = fc
    .sample(marks, { numRuns: 95, seed: 20090618 })
    .map((labels, at) => ({ ...record(ORIGINATORS[at % ORIGINATORS.length]!, at), labels }));

  beforeAll(() => contributeAll(index.database, pointers));

  it.each(['DEA', 'FBI', 'ICRF'])('are for %s those rows that the grant discloses one by one', async (agency) => {
    const viewer = asking(agency);
    const property = fc.asyncProperty(filter, async (one) => {
      const rows = pointers.map((pointer) => ({ pointer, level: expected(pointer, viewer, one) }));
      const hits = rows
        .filter(({ level }) => level !== undefined)
        .map(({ pointer, level }) => [pointer.originator, level, level === 'FULL' ? id(pointer.n) : undefined]);
      const { records } = (await dataOf(index.database, viewer, QUERY, { filter: one })) as {
        records: {
          totalCount: number;
          edges: { node: { disclosure: string; originator: { code: string }; record: { id: string } | null } }[];
        };
      };
      const found = records.edges.map(({ node }) => [node.originator.code, node.disclosure, node.record?.id]);
      expect(found.sort()).toEqual(hits.sort());
      expect(records.totalCount).toBe(hits.length);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('are some, so that the comparison is one', () => {
    const levels = pointers.map((pointer) => expected(pointer, asking('DEA'), { crimeAreas: ['drug-trafficking'] }));
    expect(new Set(levels)).toEqual(new Set(['FULL', 'CONTACT', 'EXISTS', undefined]));
  });
});
