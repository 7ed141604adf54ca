import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { PURPOSE, useScenario } from '../../support/scenario/scenario.ts';
import { switchable } from '../../support/scenario/stages.ts';
import { PACT, STAYS } from './agreement.ts';
import { alsoTheirs, another, own, theirs } from './data.ts';

const gatewayLock = { on: true };
const scenario = useScenario({
  agencies: ['ICE', 'DEA', 'FBI'],
  agreements: [STAYS, PACT],
  data: { ICE: [own, another, theirs, alsoTheirs], DEA: [], FBI: [] },
  stages: switchable(gatewayLock),
});
beforeEach(() => {
  gatewayLock.on = true;
  scenario.agreements.put([STAYS, PACT]);
});

const QUERY = recordsWith('title narrative synopsis');
const ask = () => scenario.as('DEA').query(QUERY);
const suspended = { kind: 'suspend', party: 'ICE', reason: 'A breach' } as const;

/** What DEA sees of ICE's records, in no order. */
async function sees(selection: string, purpose = PURPOSE): Promise<unknown> {
  const { data, errors } = await scenario.as('DEA', { purpose }).query(recordsWith(selection));
  expect(errors).toBeUndefined();
  return foundIn({ data })['ICE'];
}

const shown = (...titles: readonly string[]) => titles.toSorted().map((title) => ({ title }));
const BEFORE = shown('another', 'own');
const CLOSED = [{ title: null }, { title: null }];

describe('a suspension', () => {
  it('closes a field to the next question, which does not ask for it and tells why', async () => {
    expect(await sees('title')).toEqual(BEFORE);
    scenario.agreements.give(suspended, PACT);
    const { data, asked, withheld } = await ask();
    expect(foundIn({ data })['ICE']).toEqual(CLOSED.map((none) => ({ ...none, narrative: null, synopsis: null })));
    for (const coordinate of ['title', 'narrative', 'synopsis']) {
      expect(asked['ICE']?.join() ?? '').not.toContain(coordinate);
    }
    const notInForce = { originator: 'ICE', reason: 'NOT_IN_FORCE' };
    expect(withheld.filter(({ originator }) => originator === 'ICE')).toEqual([
      { ...notInForce, coordinate: 'Record.title', because: ['pact#titles'] },
      { ...notInForce, coordinate: 'Record.narrative', because: ['pact#narratives'] },
      { ...notInForce, coordinate: 'Record.synopsis', because: ['pact#later'] },
    ]);
  });

  it('that leaves no two parties takes the agreement out of those that the health page counts as in force', async () => {
    const agreements = async () =>
      ((await (await fetch(`${scenario.url}/health`)).json()) as { agreements: object }).agreements;
    expect(await agreements()).toMatchObject({ inForce: 2, withdrawn: 0, signed: 2 });
    scenario.agreements.give(suspended, PACT);
    expect(await agreements()).toMatchObject({ inForce: 1, withdrawn: 1, signed: 2 });
  });

  it('binds the agency’s own lock too', async () => {
    gatewayLock.on = false;
    expect(await sees('title')).toEqual(BEFORE);
    scenario.agreements.give(suspended, PACT);
    expect(await sees('title')).toEqual(CLOSED);
    const query = 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on IceRecord { title } } }';
    const direct = await scenario.direct('ICE', 'DEA', query, { all: [{ __typename: 'IceRecord', id: own.id }] });
    expect(direct.data).toEqual({ _entities: [{ title: null }] });
  });

  it('of a clause leaves the others', async () => {
    scenario.agreements.give({ ...suspended, clauses: ['narratives'] }, PACT);
    expect(await sees('title narrative')).toEqual(BEFORE.map((record) => ({ ...record, narrative: null })));
  });

  it('is taken back by a resumption of the same party', async () => {
    const before = await ask();
    scenario.agreements.give({ ...suspended, given: '2026-01-01T00:00:00Z' }, PACT);
    expect(await sees('title')).toEqual(CLOSED);
    scenario.agreements.give({ kind: 'resume', party: 'DEA' }, PACT);
    expect(await sees('title')).toEqual(CLOSED);
    scenario.agreements.give({ kind: 'resume', party: 'ICE' }, PACT);
    const after = await ask();
    expect(foundIn(after)).toEqual(foundIn(before));
    expect(after.withheld).toEqual(before.withheld);
  });
});

describe('a notice changes nothing', () => {
  it.each<readonly [string, string | null, object]>([
    ['that nobody signed', null, {}],
    ['that another party signed in its name', 'DEA', {}],
    ['about another text of the agreement', 'ICE', { digest: `sha256-${'A'.repeat(43)}` }],
    ['about an agreement that is not there', 'ICE', { agreement: 'pack' }],
    ['whose day is to come', 'ICE', { from: '2100-01-01T00:00:00Z' }],
    ['whose time is over', 'ICE', { from: '2026-01-01T00:00:00Z', until: '2026-01-02T00:00:00Z' }],
    ['of an unknown kind', 'ICE', { kind: 'revoke' }],
  ])('%s', async (_what, signer, rest) => {
    scenario.agreements.give({ ...suspended, ...rest }, PACT, signer);
    expect(await sees('title')).toEqual(BEFORE);
  });
});

describe('a termination', () => {
  it('closes for good', async () => {
    scenario.agreements.give({ kind: 'terminate', party: 'DEA' }, PACT);
    scenario.agreements.give({ kind: 'resume', party: 'DEA' }, PACT);
    expect(await sees('title')).toEqual(CLOSED);
  });
});

describe('a consent of a third party', () => {
  const consent = { kind: 'consent', party: 'FBI', to: ['DEA'], references: [theirs.id] } as const;

  it('opens the record that it names to the recipient that it names', async () => {
    scenario.agreements.give(consent, PACT);
    expect(await sees('title')).toEqual(shown('another', 'own', 'theirs'));
  });

  it.each([
    ['to somebody else', { to: ['ICE'] }, 'FBI'],
    ['of somebody else', { party: 'DEA' }, 'DEA'],
    ['of the holder', { party: 'ICE' }, 'ICE'],
    ['for another use', { uses: ['prosecution'] }, 'FBI'],
    ['that somebody else signed', {}, 'DEA'],
  ])('opens nothing when it is %s', async (_what, rest, signer) => {
    scenario.agreements.give({ ...consent, ...rest }, PACT, signer);
    expect(await sees('title')).toEqual(BEFORE);
  });
});

describe('a release', () => {
  const offence = 'offence="18 USC 1591"; max-penalty-months=120';
  const atFollowUp = (request: string) =>
    `${PURPOSE}; stage=follow-up; matches=${[own.id, another.id].sort().join(', ')}; ${offence}; request=${request}`;
  const released = { kind: 'release', party: 'ICE', to: ['DEA'], request: 'RFI-7', references: [own.id] } as const;
  const synopsisOf = (...those: readonly { readonly title: string | null }[]) =>
    [another, own].map((record) => ({ title: record.title, synopsis: those.includes(record) ? 'A van.' : null }));

  it('opens what waits for it, of one record, for one request', async () => {
    expect(await sees('title synopsis', atFollowUp('RFI-7'))).toEqual(synopsisOf());
    scenario.agreements.give(released, PACT);
    expect(await sees('title synopsis', atFollowUp('RFI-7'))).toEqual(synopsisOf(own));
    expect(await sees('title synopsis', atFollowUp('RFI-8'))).toEqual(synopsisOf());
    expect(await sees('title synopsis')).toEqual(synopsisOf());
  });

  it('opens nothing of an agreement that is suspended', async () => {
    scenario.agreements.give(released, PACT);
    scenario.agreements.give({ ...suspended, clauses: ['later'] }, PACT);
    expect(await sees('title synopsis', atFollowUp('RFI-7'))).toEqual(synopsisOf());
  });
});
