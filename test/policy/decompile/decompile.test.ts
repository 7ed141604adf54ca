import fc from 'fast-check';
import { PARTICIPATIONS, type Accession, type Agreement, type Clause } from '../../../policy/agreement.ts';
import { decompile } from '../../../policy/decompile/decompile.ts';
import type { Notice } from '../../../policy/notice.ts';
import { agencyEntry } from '../../support/toy-federation.ts';
import { CODES, agreements, type Effect } from '../arbitraries.ts';
import { agreementOf, shareClause } from '../language/world.ts';
import { compiled, decisions } from './decisions.ts';

const agencies = [...CODES, 'ATF'].map((code) => agencyEntry(code));
/** Of each family, and of what clauses speak of often; whole objects and own fields too. */
const COORDINATES = [
  'Record.title',
  'Record.subjects',
  'InvestigationDetail.reportNumber',
  'IceRecord.seizureNumber',
  'Case.title',
  'Person.surname',
  'LiaisonContact.phone',
];
const ALL = agencies.map(({ code }) => code);
const DATES = { signed: '2009-01-01', effective: '2009-01-01' };

/** A group that ICE and DEA found. */
const charter: Agreement = {
  concordat: 1,
  id: 'charter',
  title: 'Charter',
  ...DATES,
  parties: ALL,
  groups: { OFC: { name: 'Fusion Center', coordinator: 'ICE', members: ['ICE', 'DEA'] } },
  clauses: [{ id: '1', text: 'In words.' }],
};

const joins = (accession: Omit<Accession, 'to'>): Agreement => ({
  ...charter,
  id: `${accession.party.toLowerCase()}-joins`,
  groups: {},
  accessions: [{ ...accession, to: 'OFC' }],
});

const accessions: fc.Arbitrary<readonly Agreement[]> = fc
  .uniqueArray(
    fc.record(
      {
        party: fc.constantFrom('FBI', 'ATF', 'DEA'),
        from: fc.constantFrom('2010-06-30', '2012-01-01', '2030-01-01'),
        backDated: fc.boolean(),
        participation: fc.constantFrom(...PARTICIPATIONS),
        reserves: fc.constantFrom(['agreement-0#0'], ['agreement-0#1', 'agreement-1#0']),
      },
      { requiredKeys: ['party'] },
    ),
    { selector: ({ party }) => party, maxLength: 3 },
  )
  .map((all) => all.map(joins));

const suspension: fc.Arbitrary<Notice> = fc.record({
  concordat: fc.constant(1 as const),
  notice: fc.constant('suspended'),
  kind: fc.constant('suspend' as const),
  party: fc.constantFrom('ICE', 'DEA', 'FBI', 'OFC'),
  agreement: fc.constantFrom('agreement-0', 'charter', 'fbi-joins'),
  digest: fc.constant('agreement-0'),
  given: fc.constant('2020-01-01T00:00:00Z'),
  from: fc.constant('2020-01-01T00:00:00Z'),
});

/** The agreement with the group in the place of agencies here and there. */
function withGroup(agreement: Agreement, places: readonly boolean[]): Agreement {
  const clauses = agreement.clauses.map((clause, index): Clause => {
    const named = (effect: NonNullable<Effect['share']>) => ({
      ...effect,
      from: places[index * 2] ? [...effect.from, 'OFC'] : effect.from,
      to: places[index * 2 + 1] ? ['OFC', effect.to[0]!] : effect.to,
      ...(clause.share && places[index + 3] && { participants: ['limited', 'active'] as const }),
    });
    if (clause.share) return { ...clause, share: named(clause.share) };
    return clause.withhold ? { ...clause, withhold: named(clause.withhold) } : clause;
  });
  return { ...agreement, parties: places[0] ? ALL : agreement.parties, clauses };
}

const worlds = fc
  .tuple(
    agreements,
    accessions,
    fc.array(suspension, { maxLength: 1 }),
    fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
    fc.option(fc.constantFrom('2020-01-01', '2025-12-31')),
  )
  .map(([all, joining, notices, places, until]) => {
    const [first, ...rest] = all.map((agreement) => withGroup(agreement, places));
    const documents = [charter, ...joining, { ...first!, ...(until && { until }) }, ...rest];
    return { documents, notices };
  });

describe('the normal form', () => {
  it('decides what the documents decide, clause by clause, and is its own normal form', () => {
    fc.assert(
      fc.property(worlds, ({ documents, notices }) => {
        const ruleset = compiled(documents, agencies, { notices });
        const normal = decompile(ruleset);
        const again = compiled(normal, agencies);
        expect(decisions(again, agencies, COORDINATES)).toEqual(decisions(ruleset, agencies, COORDINATES));
        expect(decompile(again)).toEqual(normal);
      }),
      { numRuns: 40 },
    );
  });
});

/** The scope of the only clause of the documents' normal form. */
function onlyClause(...documents: readonly Agreement[]): Clause | undefined {
  const clauses = decompile(compiled(documents, agencies)).flatMap((document) => document.clauses);
  expect(clauses.length).toBeLessThanOrEqual(1);
  return clauses[0];
}

describe('a clause in normal form', () => {
  const effect = (clause: Clause) => onlyClause(charter, agreementOf([clause]))?.share;

  it('names agencies and coordinates in order', () => {
    const share = { from: ['ICE'], to: ['OFC', 'FBI'], categories: ['CASE_SUMMARY'], coordinates: ['Record.title'] };
    expect(effect({ id: '1', text: 'In words.', share })).toEqual({
      from: ['ICE'],
      to: ['DEA', 'FBI', 'ICE'],
      coordinates: expect.arrayContaining(['Case.title', 'Record.title']) as unknown,
    });
  });

  it('says nothing that holds anyhow', () => {
    const treatments = { 'Record.title': 'full', 'Record.narrative': 'masked', 'Case.title': 'masked' } as const;
    const idle = { cases: false, disclosure: 'FULL', override: false, for: { stage: 'hit' }, where: {} } as const;
    const viewer = { contactPoint: false };
    expect(effect(shareClause({ ...idle, treatments, viewer, obligations: { recordOnward: false } }))).toEqual({
      from: ['ICE'],
      to: ['DEA'],
      coordinates: ['Record.narrative', 'Record.title'],
      treatments: { 'Record.narrative': 'masked' },
    });
  });

  it('writes equal conditions in one way', () => {
    const program = { program: 'OCDETF' };
    const areas = { crimeAreas: { anyOf: ['money-laundering', 'drug-trafficking'] } };
    const open = { not: { not: { 'case.status': 'OPEN' } } };
    const where = (of: typeof open | object) => effect(shareClause({ where: { ...of } }))?.where;
    const expected = {
      'case.status': 'OPEN',
      crimeAreas: { anyOf: ['drug-trafficking', 'money-laundering'] },
      program: 'OCDETF',
    };
    expect(where({ ...program, ...areas, ...open })).toEqual(expected);
    expect(where({ allOf: [{ anyOf: [areas] }, { ...open, allOf: [program, program] }] })).toEqual(expected);
    expect(where({ anyOf: [program, { anyOf: [open, program] }] })).toEqual({
      anyOf: [{ 'case.status': 'OPEN' }, program],
    });
    expect(where({ allOf: [program, { program: 'HIDTA' }] })).toEqual({
      allOf: [program],
      program: 'HIDTA',
    });
  });

  it('leaves out what neither shares nor withholds anything', () => {
    const nothing = { from: ['ICE'], to: ['DEA'], categories: ['NO_SUCH'] };
    const clauses = [
      { id: '1', text: 'In words.' },
      { id: '2', text: 'In words.', share: nothing },
    ];
    expect(onlyClause(charter, agreementOf(clauses))).toBeUndefined();
  });

  it('withholds everything by a category that the contract no longer has', () => {
    const withhold = { from: ['ICE'], to: ['DEA'] };
    const clauses = [{ id: '3', text: 'In words.', withhold: { ...withhold, categories: ['NO_SUCH'] } }];
    expect(onlyClause(charter, agreementOf(clauses))).toEqual({ id: '3', text: 'In words.', withhold });
  });

  it('keeps the day on which a member joined where it counts', () => {
    const documents = [
      charter,
      joins({ party: 'ATF', from: '2012-01-01' }),
      joins({ party: 'FBI', backDated: true, from: '2012-01-01' }),
      agreementOf([shareClause({ to: ['OFC'] })], { parties: ALL }),
    ];
    const normal = decompile(compiled(documents, agencies));
    expect(normal.map(({ id, accessions }) => [id, accessions])).toEqual([
      ['normal-form-joined-1', [{ party: 'ATF', to: 'JOINED-1', from: '2012-01-01' }]],
      ['test', undefined],
    ]);
    expect(normal[1]?.clauses[0]?.share?.to).toEqual(['DEA', 'FBI', 'ICE', 'JOINED-1']);
  });

  it('keeps the day of joining of those who share all along, where a condition speaks of it', () => {
    const joined = joins({ party: 'FBI', backDated: true, from: '2012-01-01' });
    const where = { recordedOn: { from: 'accession' } };
    const documents = [charter, joined, agreementOf([shareClause({ to: ['OFC'], where })], { parties: ALL })];
    const normal = decompile(compiled(documents, agencies));
    expect(normal[0]?.accessions).toEqual([{ party: 'FBI', to: 'JOINED-1', from: '2012-01-01', backDated: true }]);
    expect(normal[1]?.clauses[0]?.share?.to).toEqual(['DEA', 'ICE', 'JOINED-1']);
  });

  it('names nobody without the day of joining who is withheld from since that day', () => {
    const where = { recordedOn: { from: 'accession' } };
    const withhold = { from: ['ICE'], to: ['OFC'], where };
    const documents = [charter, joins({ party: 'FBI' }), agreementOf([{ id: '1', text: 'In words.', withhold }])];
    const normal = decompile(compiled(documents, agencies));
    expect(normal[1]?.clauses[0]?.withhold?.to).toEqual(['DEA', 'ICE', 'JOINED-1']);
    expect(decompile(compiled(normal, agencies))).toEqual(normal);
  });

  it('knows an alternative that asks for nothing', () => {
    const where = { anyOf: [{ program: 'OCDETF' }, { allOf: [] }] };
    expect(effect(shareClause({ where }))).not.toHaveProperty('where');
  });

  it('does not take an empty list for none', () => {
    const [viewer, records] = [{ roles: [] }, [] as string[]];
    expect(effect(shareClause({ viewer, records, for: { areas: [] } }))).toMatchObject({
      viewer,
      records,
      for: { areas: [] },
    });
  });

  it('founds no group for a clause that is left out', () => {
    const unsigned = agreementOf([shareClause({ to: ['OFC'] })], { parties: ['DEA', 'FBI'] });
    expect(onlyClause(charter, joins({ party: 'FBI' }), unsigned)).toBeUndefined();
  });

  it('keeps what outlives its agreement', () => {
    const withhold = { from: ['ICE'], to: ['OFC'], cases: true };
    const ended = agreementOf([shareClause(), { id: '2', text: 'In words.', withhold }], { until: '2020-01-01' });
    expect(onlyClause(charter, ended)).toEqual({
      id: '2',
      text: 'In words.',
      withhold: { cases: true, from: ['ICE'], to: ['DEA', 'ICE'] },
    });
  });

  it('keeps duties of de-confliction, between agencies', () => {
    const deconflict = {
      from: ['OFC'],
      to: ['FBI'],
      selectors: ['PHONE', 'EMAIL'],
      tells: 'both',
      disclosure: 'CONTACT',
    } as const;
    expect(onlyClause(charter, agreementOf([{ id: '1', text: 'In words.', deconflict }]))?.deconflict).toEqual({
      ...deconflict,
      from: ['DEA', 'ICE'],
      selectors: ['EMAIL', 'PHONE'],
    });
  });
});
