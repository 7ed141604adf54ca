import { execute, parse } from 'graphql';
import type { Agreement } from '../../policy/agreement.ts';
import type { Notice } from '../../policy/notice.ts';
import { buildSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { buildRegistrySubgraph } from '../../subgraphs/registry/subgraph.ts';
import { NOBODY, NO_RECORDS, agreement, asking, parties, shelfOf } from './world.ts';

const pair = agreement('pair', ['ICE', 'ATF'], { noticeDays: 30 });
const members = ['ATF', 'DEA', 'FBI'];
const centre = agreement('centre', members, {
  groups: { CTR: { name: 'A centre', coordinator: 'FBI', members } },
  clauses: [
    { id: '1', text: 'Narratives.', share: { from: ['CTR'], to: ['CTR'], categories: ['RECORD_NARRATIVE'] } },
    { id: '2', text: 'Summaries.', share: { from: ['CTR'], to: ['CTR'], categories: ['RECORD_SUMMARY'] } },
  ],
});

/** What a party gives about an agreement, a day ago and at once, unless told otherwise. */
function notice(kind: 'suspend' | 'resume' | 'terminate', of: Agreement, party: string, rest: Partial<Notice> = {}) {
  const given = '2026-03-01T10:00:00Z';
  const id = `${of.id}-${kind}-by-${party.toLowerCase()}`;
  const about = { party, agreement: of.id, digest: `sha256-${of.id}`, given, from: given };
  return { concordat: 1, notice: id, kind, ...about, ...rest } as Notice;
}

const FIELDS = `status statusReason supersededBy announced { party since }
  notFor { party kind since until agreement notice reason }
  clauses { id replacedBy notFor { party notice } }`;

/** What the registry tells an agency of an agreement. */
async function told(agency: string, of: Agreement, all: readonly Agreement[], notices: readonly Notice[] = []) {
  const shelf = shelfOf(
    all.map((document) => ({ agreement: document })),
    notices,
  );
  const registry = await buildRegistrySubgraph(parties, shelf, NO_RECORDS);
  const { schema } = buildSubgraph({ ...registry, lock: 'none', rulebook: shelf, ...NOBODY });
  const document = parse(`{ agreement(id: "${of.id}") { ${FIELDS} } }`);
  const { data, errors } = await execute({
    schema,
    document,
    contextValue: registry.contextFor(asking(agency, shelf)),
  });
  expect(errors).toBeUndefined();
  return (JSON.parse(JSON.stringify(data)) as { agreement: unknown }).agreement;
}

describe('where an agreement of two stands', () => {
  it('when one suspended it: for whom, since when, by which notice and why', async () => {
    const suspended = notice('suspend', pair, 'ICE', { reason: 'A breach', until: '2026-06-01T00:00:00Z' });
    expect(await told('ATF', pair, [pair], [suspended])).toMatchObject({
      status: 'SUSPENDED',
      statusReason: 'ICE suspended pair on 2026-03-01',
      notFor: [
        {
          party: 'ICE',
          kind: 'SUSPENDED',
          since: '2026-03-01T10:00:00.000Z',
          until: '2026-06-01T00:00:00Z',
          agreement: 'pair',
          notice: 'pair-suspend-by-ice',
          reason: 'A breach',
        },
      ],
    });
  });

  it('when that was taken back', async () => {
    const notices = [
      notice('suspend', pair, 'ICE'),
      notice('resume', pair, 'ICE', { given: '2026-03-01T12:00:00Z', from: '2026-03-01T12:00:00Z' }),
    ];
    expect(await told('ATF', pair, [pair], notices)).toMatchObject({ status: 'IN_FORCE', notFor: [] });
  });

  it('when one will leave it, and when it has', async () => {
    const leaving = notice('terminate', pair, 'ATF');
    expect(await told('ICE', pair, [pair], [leaving])).toMatchObject({
      status: 'IN_FORCE',
      notFor: [],
      announced: [{ party: 'ATF', since: '2026-03-31T10:00:00.000Z' }],
    });
    const left = notice('terminate', pair, 'ATF', { given: '2026-01-01T00:00:00Z', from: '2026-01-01T00:00:00Z' });
    expect(await told('ICE', pair, [pair], [left, notice('suspend', pair, 'ICE')])).toMatchObject({
      status: 'TERMINATED',
      announced: [],
      notFor: [{ party: 'ATF', kind: 'TERMINATED', since: '2026-01-31T00:00:00.000Z' }, { party: 'ICE' }],
    });
  });

  it('when another took its place', async () => {
    const later = agreement('later', ['ATF', 'ICE', 'DEA'], { supersedes: ['pair'] });
    expect(await told('ICE', pair, [pair, later])).toMatchObject({
      status: 'SUPERSEDED',
      statusReason: 'later has taken its place',
      supersededBy: ['later'],
    });
  });

  it('when another claims its place that not all its parties signed, or that has not begun', async () => {
    const stranger = agreement('stranger', ['ICE', 'DEA'], { supersedes: ['pair'] });
    const early = agreement('early', ['ICE', 'ATF'], { supersedes: ['pair'], effective: '2026-03-03' });
    expect(await told('ICE', pair, [pair, stranger, early])).toMatchObject({ status: 'IN_FORCE', supersededBy: [] });
  });

  it('when what it adds to is not in force', async () => {
    const base = agreement('base', ['ICE', 'ATF'], { until: '2026-02-01' });
    const more = agreement('more', ['ICE', 'ATF'], { supplements: ['base'] });
    expect(await told('ICE', more, [base, more])).toMatchObject({
      status: 'BASE_NOT_IN_FORCE',
      statusReason: 'it leans on base, not in force',
    });
  });

  it('when what it adds to is suspended: in whose words, only its own parties read', async () => {
    const more = agreement('more', ['ICE', 'FBI'], { supplements: ['pair'] });
    const suspended = notice('suspend', pair, 'ICE', { reason: 'Between us' });
    const status = { status: 'BASE_NOT_IN_FORCE', statusReason: 'ICE suspended pair on 2026-03-01' };
    const by = { party: 'ICE', agreement: 'pair' };
    expect(await told('ICE', more, [pair, more], [suspended])).toMatchObject({
      ...status,
      notFor: [{ ...by, notice: 'pair-suspend-by-ice', reason: 'Between us' }],
    });
    expect(await told('FBI', more, [pair, more], [suspended])).toMatchObject({
      ...status,
      notFor: [{ ...by, notice: null, reason: null }],
    });
  });

  it('when two lean on each other: neither is in force', async () => {
    const one = agreement('one', ['ICE', 'ATF'], { supplements: ['two'] });
    const two = agreement('two', ['ICE', 'ATF'], { supplements: ['one'] });
    const suspended = notice('suspend', two, 'ICE');
    expect(await told('ICE', one, [one, two], [suspended])).toMatchObject({ status: 'BASE_NOT_IN_FORCE' });
  });
});

describe('where an agreement of many stands', () => {
  it('when one suspended it: in force, and not for that one', async () => {
    expect(await told('FBI', centre, [centre], [notice('suspend', centre, 'DEA')])).toMatchObject({
      status: 'IN_FORCE',
      statusReason: 'in force from 2009-06-18; DEA suspended centre on 2026-03-01',
      notFor: [{ party: 'DEA' }],
    });
  });

  it('when all but one left', async () => {
    const left = ['DEA', 'ATF'].map((code) => notice('terminate', centre, code));
    expect(await told('FBI', centre, [centre], left)).toMatchObject({ status: 'TERMINATED' });
    const mixed = [notice('terminate', centre, 'DEA'), notice('suspend', centre, 'ATF')];
    expect(await told('FBI', centre, [centre], mixed)).toMatchObject({ status: 'SUSPENDED' });
  });

  it('marks clauses that somebody suspended, or another agreement replaced', async () => {
    const amending = agreement('amending', members, { amends: [{ agreement: 'centre', replaces: ['2'] }] });
    const suspended = notice('suspend', centre, 'DEA', { clauses: ['1'] });
    expect(await told('FBI', centre, [centre, amending], [suspended])).toMatchObject({
      status: 'IN_FORCE',
      statusReason: 'in force from 2009-06-18',
      notFor: [],
      clauses: [
        { id: 'centre#1', replacedBy: [], notFor: [{ party: 'DEA', notice: 'centre-suspend-by-dea' }] },
        { id: 'centre#2', replacedBy: ['amending'], notFor: [] },
      ],
    });
  });

  it('tells of notices in any order the same', async () => {
    const notices = [
      notice('suspend', centre, 'DEA'),
      notice('resume', centre, 'DEA', { given: '2026-03-01T11:00:00Z', from: '2026-03-01T11:00:00Z' }),
      notice('suspend', centre, 'DEA', { given: '2026-03-01T12:00:00Z', notice: 'again' }),
    ];
    const said = await told('FBI', centre, [centre], notices);
    expect(said).toMatchObject({ notFor: [{ notice: 'again' }] });
    expect(await told('FBI', centre, [centre], notices.toReversed())).toEqual(said);
  });
});
