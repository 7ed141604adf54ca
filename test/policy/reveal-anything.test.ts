import fc from 'fast-check';
import { treatmentOn } from '../../policy/cell.ts';
import { evaluate } from '../../policy/condition/evaluate.ts';
import { projectFetch } from '../../policy/projection/fetch.ts';
import { readGraph } from '../../policy/projection/graph.ts';
import type { ObjectPlan } from '../../policy/projection/plan.ts';
import { reveal } from '../../policy/projection/reveal.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../support/toy-federation.ts';
import { toyGrant, toyRuleset } from '../support/toy-policy.ts';
import { CODES, agreements } from './arbitraries.ts';

const agencies = CODES.map((code) => agencyEntry(code));
const graph = readGraph(compose({ index: hubSdl([agencies[0]!]), ICE: agencySdl(agencies[0]!) }), agencies);
const QUERY = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on IceRecord {
  title narrative crimeAreas __proto__: office case { title } subjects { ... on Person { surname { original } phones } } } } }`;

const KEYS = ['title', 'narrative', 'crimeAreas', '__proto__', 'case', 'subjects', 'surname', 'original', 'phones'];
const ADDED = ['_c_t', '_c_l', '__typename', 'constructor', 'kind', 'releasableTo', 'minor'];

/** Anything that JSON can say, in the words of the plan. */
const { value } = fc.letrec<{ value: unknown; object: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<unknown>(null, true, 7, '', 'planted', 'IceRecord', 'IcePerson', 'IceCase', 'drug-trafficking'),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(fc.constantFrom(...KEYS, ...ADDED), tie('value')), { maxLength: 10 })
    .map(
      (entries) => JSON.parse(`{${entries.map(([key, item]) => `"${key}":${JSON.stringify(item)}`).join()}}`) as object,
    ),
}));

const labels = fc.record(
  {
    crimeAreas: fc.constantFrom<unknown>(['drug-trafficking'], ['cybercrime'], [], 'x'),
    releasableTo: fc.constant([]),
    notReleasableTo: fc.constant([]),
    originatorConsent: fc.constantFrom<unknown>(false, 'no'),
    obtainedFrom: fc.constant(null),
    kind: fc.constant('REPORT_OF_INVESTIGATION'),
  },
  { requiredKeys: [] },
);

/** A record that says what it is, and otherwise anything. */
const record = fc.tuple(labels, value, value, value).map(([_c_l, title, narrative, subjects]) => ({
  _c_t: 'IceRecord',
  _c_l,
  title,
  narrative,
  subjects,
  extra: 'planted',
}));

/** Keys of a result that the plan does not have, wherever they are. */
function unplanned(plan: ObjectPlan, shown: unknown): readonly string[] {
  if (Array.isArray(shown)) return shown.flatMap((item) => unplanned(plan, item));
  if (typeof shown !== 'object' || shown === null) return [];
  const fields = new Map([...plan.types.values()].flatMap((type) => [...type.fields]));
  return Object.keys(shown).flatMap((key) => {
    const field = fields.get(key);
    if (!field) return [key];
    const inner = (shown as Record<string, unknown>)[key];
    return field.child ? unplanned(field.child, inner) : [];
  });
}

describe('whatever a subgraph sends', () => {
  it('nothing stays but what was planned, and what its labels open', () => {
    let shown = 0;
    fc.assert(
      fc.property(agreements, fc.oneof(record, value), value, (all, first, second) => {
        const grant = toyGrant(toyRuleset(agencies, ...all), 'DEA');
        const projection = projectFetch(QUERY, { graph, grant, subgraph: 'ICE', originator: 'ICE', variables: {} });
        if (projection.is === 'nothing') return;
        const result = reveal(projection.plan, { _entities: [first, second], planted: 1 });
        expect(unplanned(projection.plan, result)).toEqual([]);
        const [entity] = result?.['_entities'] as readonly (Record<string, unknown> | null)[];
        if (!entity || Array.isArray(entity)) return;
        const row = { type: 'Record', labels: (first as { _c_l?: Record<string, unknown> })._c_l ?? {} };
        expect(evaluate(grant.visible('ICE', 'Record'), row)).toBe(true);
        for (const field of ['title', 'narrative']) {
          const open = treatmentOn(grant.cell('ICE', `Record.${field}`), row) !== undefined;
          if (entity[field] !== undefined && entity[field] !== null) expect([field, open]).toEqual([field, true]);
          if (entity[field]) shown += 1;
        }
      }),
      { numRuns: 600, seed: 20100326 },
    );
    expect(shown).toBeGreaterThan(10);
  });

  it('it never throws, however deep that is', () => {
    const grant = toyGrant(
      toyRuleset(agencies, {
        concordat: 1,
        id: 'a',
        title: 'A',
        signed: '2009-01-01',
        effective: '2009-01-01',
        parties: CODES,
        clauses: [
          {
            id: '1',
            text: '',
            share: { from: ['ICE'], to: ['DEA'], categories: ['RECORD_SUMMARY', 'PERSONAL_IDENTITY'] },
          },
        ],
      }),
      'DEA',
    );
    const projection = projectFetch(QUERY, { graph, grant, subgraph: 'ICE', originator: 'ICE', variables: {} });
    if (projection.is === 'nothing') throw new Error('the projection asks for something');
    let deep: unknown = 'planted';
    for (let level = 0; level < 1_000_000; level += 1) deep = [deep];
    const marks = { releasableTo: [], notReleasableTo: [], originatorConsent: false, obtainedFrom: null };
    const entity = { _c_t: 'IceRecord', _c_l: marks, title: deep, subjects: deep, crimeAreas: deep };
    expect(JSON.stringify(reveal(projection.plan, { _entities: [entity, deep] }))).not.toContain('planted');
    expect(reveal(projection.plan, { _entities: deep })).not.toBeNull();
    expect(reveal(projection.plan, deep)).toBeNull();
  });
});
