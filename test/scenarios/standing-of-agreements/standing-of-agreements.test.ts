import type { Agreement } from '../../../policy/agreement.ts';
import type { Bundle } from '../../../policy/bundle.ts';
import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { KEPT, STAYS, TOLD } from './agreement.ts';
import { all, record } from './data.ts';

const scenario = useScenario({ agencies: ['ICE', 'DEA'], agreements: [STAYS, TOLD], data: { ICE: all, DEA: [] } });
const { title, narrative } = record;
const QUERY = recordsWith('title narrative');
const ask = () => scenario.as('DEA').query(QUERY);

beforeEach(() => void scenario.agreements.put([STAYS, TOLD]));

function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const bundleWith = (told: Agreement) => scenario.agreements.sign([STAYS, told]);

/** The bundle with another text of the agreement under the signatures that were made for the first. */
function rewritten(bundle: Bundle, rewrite: (text: string) => string): Bundle {
  const documents = bundle.documents.map(({ path, text }) =>
    path === 'told.yaml' ? { path, text: rewrite(text) } : { path, text },
  );
  return { ...bundle, documents };
}

function withSignatures(bundle: Bundle, signatures: Bundle['signatures'][string]): Bundle {
  return { ...bundle, signatures: { ...bundle.signatures, told: signatures } };
}

const signaturesOf = (bundle: Bundle) => bundle.signatures['told'] ?? {};

const FALLEN: readonly (readonly [string, () => Bundle, string])[] = [
  [
    'the originator has not signed',
    () => withSignatures(bundleWith(TOLD), { DEA: signaturesOf(bundleWith(TOLD))['DEA']! }),
    'unsigned',
  ],
  [
    'the recipient has not signed',
    () => withSignatures(bundleWith(TOLD), { ICE: signaturesOf(bundleWith(TOLD))['ICE']! }),
    'unsigned',
  ],
  ['nobody has signed', () => withSignatures(bundleWith(TOLD), {}), 'unsigned'],
  [
    'one party’s signature stands for the other too',
    () =>
      withSignatures(bundleWith(TOLD), {
        ICE: signaturesOf(bundleWith(TOLD))['DEA']!,
        DEA: signaturesOf(bundleWith(TOLD))['DEA']!,
      }),
    'unsigned',
  ],
  [
    'its signatures are those of another agreement',
    () => withSignatures(bundleWith(TOLD), bundleWith(TOLD).signatures['stays']!),
    'unsigned',
  ],
  [
    'its text was changed after it was signed',
    () => rewritten(bundleWith(TOLD), (text) => `${text}source: A clerk\n`),
    'unsigned',
  ],
  [
    'a clause was added after it was signed',
    () =>
      rewritten(bundleWith(TOLD), (text) =>
        text.replace('- RECORD_NARRATIVE', '- RECORD_NARRATIVE\n        - RECORD_PROVENANCE'),
      ),
    'unsigned',
  ],
  ['its text is no YAML', () => rewritten(bundleWith(TOLD), (text) => `${text}clauses: [`), 'broken'],
  ['its text is cut off', () => rewritten(bundleWith(TOLD), (text) => text.slice(0, 40)), 'broken'],
  ['a coordinate does not exist', () => bundleWith(naming('Record.nothing')), 'broken'],
  ['it has lapsed', () => bundleWith({ ...TOLD, until: dayFromToday(-1) }), 'signed'],
  ['it is not yet effective', () => bundleWith({ ...TOLD, effective: dayFromToday(1) }), 'signed'],
];

function naming(coordinate: string): Agreement {
  const share = { from: ['ICE'], to: ['DEA'], coordinates: [coordinate, 'Record.narrative'] };
  return { ...TOLD, clauses: [{ id: '1', text: 'In words.', share }] };
}

describe('an agreement in force', () => {
  it('discloses', async () => {
    const { data } = await ask();
    expect(foundIn({ data })).toEqual({ ICE: [{ title, narrative }] });
  });

  it.each([dayFromToday(0), dayFromToday(1)])('discloses to the end of its last day, %s', async (until) => {
    scenario.agreements.tell(bundleWith({ ...TOLD, until, effective: dayFromToday(0) }));
    expect(foundIn(await ask())).toEqual({ ICE: [{ title, narrative }] });
  });
});

describe('an agreement discloses nothing when', () => {
  it.each(FALLEN)('%s, and others stay in force', async (_why, bundle, status) => {
    scenario.agreements.tell(bundle());
    expect(scenario.reports().find(({ path }) => path === 'told.yaml')?.status).toBe(status);
    const { data, asked, errors, withheld } = await ask();
    expect(foundIn({ data })).toEqual({ ICE: [{ title, narrative: null }] });
    expect(errors).toBeUndefined();
    expect(asked['ICE']?.join()).not.toContain('narrative');
    // A signed clause out of force is named; a document that was never agreed says nothing.
    const why =
      status === 'signed' ? { reason: 'NOT_IN_FORCE', because: ['told#1'] } : { reason: 'NOT_COVERED', because: [] };
    expect(withheld).toEqual([{ originator: 'ICE', coordinate: 'Record.narrative', ...why }]);
    const query = 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on IceRecord { narrative } } }';
    const direct = await scenario.direct('ICE', 'DEA', query, { all: [{ __typename: 'IceRecord', id: record.id }] });
    expect(direct.data).toEqual({ _entities: [{ narrative: null }] });
  });

  it('the bundle that brings it cannot be read at all: then nothing is disclosed', async () => {
    scenario.agreements.tell({ ...bundleWith(TOLD), parties: 'agencies: [' });
    const { data, asked } = await ask();
    expect(foundIn({ data })).toEqual({});
    expect(asked['ICE']).toBeUndefined();
  });
});

describe('a change of the agreements', () => {
  it('counts from the next question on, in both directions, under another digest', async () => {
    const before = await ask();
    scenario.agreements.put([STAYS]);
    const without = await ask();
    scenario.agreements.put([STAYS, TOLD, KEPT]);
    const kept = await ask();
    scenario.agreements.put([TOLD, STAYS]);
    const after = await ask();
    expect([before, without, kept, after].map((seen) => foundIn(seen)['ICE'])).toEqual([
      [{ title, narrative }],
      [{ title, narrative: null }],
      [{ title, narrative: null }],
      [{ title, narrative }],
    ]);
    expect(without.asked['ICE']?.join()).not.toContain('narrative');
    expect(kept.withheld).toEqual([
      { originator: 'ICE', coordinate: 'Record.narrative', reason: 'WITHHELD_BY_CLAUSE', because: ['kept#1'] },
    ]);
    expect(new Set([before, without, kept, after].map(({ visibility }) => visibility.ruleset)).size).toBe(3);
  });

  it('closes everything when all of them are withdrawn', async () => {
    scenario.agreements.put([]);
    const { data, asked } = await ask();
    expect(foundIn({ data })).toEqual({});
    expect(asked['ICE']).toBeUndefined();
  });
});
