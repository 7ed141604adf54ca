import type { AssembledProfile } from '../../../gateway/profile/told.ts';
import type { Visibility } from '../../../gateway/explain/explain.ts';
import { BLINDING_KEYS } from '../../support/pointers.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGENCIES, DATA, ONCE, WITH_ICE, WITH_OTHERS, atf, company, fbi, ice } from './world.ts';

const scenario = useScenario({
  agencies: AGENCIES,
  agreements: [WITH_ICE, WITH_OTHERS],
  data: DATA,
  blindingKeys: () => BLINDING_KEYS,
  hub: true,
});

const PASSPORT = { passport: 'RU:000000001' };

type Headers = Readonly<Record<string, string | undefined>>;

async function send(body: unknown, headers: Headers = {}, agency = 'DEA'): Promise<Response> {
  const own = await scenario.as(agency).headers();
  const all = Object.entries({ ...own, 'content-type': 'application/json', ...headers });
  return fetch(`${scenario.url}/profile`, {
    method: 'POST',
    headers: all.filter((header): header is [string, string] => header[1] !== undefined),
    body: JSON.stringify(body),
  });
}

type Told = AssembledProfile & {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions: { readonly visibility: Visibility };
};

async function profile(body: object, agency = 'DEA'): Promise<Told> {
  const response = await send(body, {}, agency);
  const told = (await response.json()) as Told;
  expect([response.status, told.errors]).toEqual([200, undefined]);
  return told;
}

const who = ({ clusters }: Told) =>
  clusters.map(({ members }) => members.map(({ originator, subject }) => [originator.code, subject]));
const of = (told: Told, coordinate: string, cluster = 0) =>
  told.clusters[cluster]?.coordinates.find((one) => one.coordinate === coordinate);

const isFor = ({ reasons }: Told['links'][number], kind: string) => reasons.some((reason) => reason.kind === kind);

describe('a target profile', () => {
  it('gathers one person of several agencies, and names apart whom a telephone leads to', async () => {
    const told = await profile(PASSPORT);
    expect(who(told)).toEqual([
      expect.arrayContaining([
        ['ICE', ice.person.id],
        ['FBI', fbi.person.id],
      ]),
      [['ATF', atf.person.id]],
    ]);
    const kinds = told.links.map(({ reasons }) => reasons.map(({ kind }) => kind));
    expect(kinds).toEqual(expect.arrayContaining([expect.arrayContaining(['PASSPORT']), ['PHONE']]));
    const [same, possible] = [
      told.links.find((link) => isFor(link, 'PASSPORT')),
      told.links.find((link) => isFor(link, 'PHONE')),
    ];
    expect(same?.likeness).toBeGreaterThan(possible?.likeness ?? 1);
    const nodes = told.graph.nodes.map(({ kind }) => kind);
    expect(nodes.filter((kind) => kind === 'ASSOCIATE')).toHaveLength(1);
    expect(nodes.filter((kind) => kind === 'SELECTOR')).toHaveLength(2);
  });

  it('shows contradictions side by side, each value with its record and its clause', async () => {
    const told = await profile(PASSPORT);
    const birth = of(told, 'Person.dateOfBirth');
    expect(birth).toMatchObject({ contradictory: true });
    expect(birth?.values).toHaveLength(2);
    const sources = birth?.values.find(({ value }) => value === '1971-03')?.originators;
    expect(
      sources?.map(({ originator, record, case: inCase, clauses }) => [originator, record ?? inCase, clauses]),
    ).toEqual([
      ['ICE', ice.record.id, ['with-ice#all']],
      ['ICE', ice.case.id, ['with-ice#all']],
    ]);
  });

  it('names spellings of one name as such, and takes one passport for one however it is written', async () => {
    const told = await profile(PASSPORT);
    const surname = of(told, 'Person.surname');
    expect([surname?.contradictory, surname?.values.map(({ variant }) => variant)]).toEqual([false, [true, true]]);
    expect(of(told, 'Person.firstNames')).toMatchObject({ contradictory: false });
    expect(of(told, 'Person.passports')?.values).toMatchObject([{ alsoWritten: [expect.anything()] }]);
    expect(of(told, 'Person.sex')?.values).toMatchObject([{ value: 'F' }]);
  });

  it('gathers an organization likewise, by its number or by its name', async () => {
    for (const sought of [{ organizationRegistration: 'US:0012345' }, { organization: { name: 'Elm Imports' } }]) {
      const told = await profile(sought);
      expect(who(told)[0]).toEqual(
        expect.arrayContaining([
          ['ICE', company.ice.id],
          ['ATF', company.atf.id],
        ]),
      );
      expect(of(told, 'Organization.kind')).toMatchObject({ contradictory: true });
      expect(of(told, 'Organization.names')?.values.map(({ variant }) => variant)).toEqual([true, true]);
    }
  });

  it('shows of what is masked no more than its record does, and goes on from none of it', async () => {
    const told = await profile(PASSPORT);
    expect(of(told, 'Person.phones')?.values.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['+12025550143', '••••0177']),
    );
    expect(JSON.stringify(told)).not.toContain('+12025550177');
  });

  it('says what is withheld, and is recorded before it leaves', async () => {
    const { extensions } = await profile(PASSPORT);
    expect(extensions.visibility.disclosed.map(({ originator }) => originator)).toEqual(['ATF', 'FBI', 'ICE']);
    expect(extensions.visibility.withheld).toContainEqual(
      expect.objectContaining({ originator: 'USSS', coordinate: 'Person.surname' }),
    );
    scenario.ledger.fail = true;
    try {
      const response = await send(PASSPORT);
      const body = (await response.json()) as Told;
      expect([response.status, body.errors?.[0]?.extensions.code]).toEqual([503, 'LEDGER_UNAVAILABLE']);
      expect(body.clusters).toBeUndefined();
    } finally {
      scenario.ledger.fail = false;
    }
  });

  it('shows its own agency what it holds under no clause, and nobody else anything', async () => {
    const own = await profile(PASSPORT, 'FBI');
    expect(who(own)).toEqual([[['FBI', fbi.person.id]]]);
    expect(of(own, 'Person.phones')?.values).toMatchObject([
      { value: '+12025550177', originators: [{ clauses: [] }, {}] },
    ]);
  });
});

it.each(['truncated', 'links { score }', 'graph { nodes { key } }', 'members { cluster }'])(
  'is data of others whatever is asked of it: for a purpose, and recorded: %s',
  async (asked) => {
    const query = `query ($of: TargetSought!) { targetProfile(of: $of) { ${asked} } }`;
    const without = await scenario.as('DEA', { purpose: null }).query(query, { of: PASSPORT });
    expect(without.errors).toMatchObject([{ extensions: { code: 'PURPOSE_REQUIRED' } }]);
    const { recorded } = await scenario.as('DEA').query(query, { of: PASSPORT });
    expect(recorded[0]?.disclosed.map(({ originator }) => originator)).toEqual(['ATF', 'FBI', 'ICE']);
  },
);

describe('a profile is refused', () => {
  it.each<[string, unknown, string, Headers, number]>([
    ['of what is not an object', ['x'], 'BAD_REQUEST', {}, 400],
    ['of what cannot be searched by', { phone: 'no number' }, 'BAD_SELECTOR', {}, 400],
    ['of another form', { name: 'Ivanova' }, 'BAD_USER_INPUT', {}, 400],
    ['of nothing', {}, 'BAD_REQUEST', {}, 400],
    ['of two things', { ...PASSPORT, phone: '+1 202 555 0143' }, 'BAD_REQUEST', {}, 400],
    ['without a purpose', PASSPORT, 'PURPOSE_REQUIRED', { 'x-purpose': undefined }, 400],
    ['without a token', PASSPORT, 'TOKEN_MISSING', { authorization: undefined }, 401],
  ])('%s', async (_how, body, code, headers, status) => {
    const response = await send(body, headers);
    const { errors } = (await response.json()) as Told;
    expect([response.status, errors?.[0]?.extensions.code]).toEqual([status, code]);
  });
});

it('a profile counts as a search, and is without what a quota has used up', async () => {
  scenario.agreements.put([ONCE]);
  try {
    const first = await profile(PASSPORT);
    expect([who(first), first.extensions.visibility.spent]).toEqual([[[['ICE', ice.person.id]]], undefined]);
    expect(of(first, 'Person.sex')?.values[0]?.originators[0]?.clauses).toEqual(['few#once']);
    const second = await profile(PASSPORT);
    expect([who(second), second.extensions.visibility.spent]).toEqual([[], ['few#once']]);
  } finally {
    scenario.agreements.put([WITH_ICE, WITH_OTHERS]);
  }
});

it('a profile is closed at once by a suspension, with all that was known by it', async () => {
  scenario.agreements.give({ kind: 'suspend', party: 'ICE' }, WITH_ICE);
  const told = await profile(PASSPORT);
  expect(who(told)).toEqual([[['FBI', fbi.person.id]]]);
  expect(JSON.stringify(told.clusters)).not.toMatch(/ICE|ATF|with-ice/u);
});
