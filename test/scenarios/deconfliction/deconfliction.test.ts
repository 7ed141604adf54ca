import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { aHolding } from '../../support/holdings.ts';
import { composed } from '../../support/scenario/composed.ts';
import { deconflictionPart, serveDeconfliction } from '../../support/scenario/deconfliction.ts';
import { startLiar, type Honest, type Liar } from '../../support/scenario/liar.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGENCIES, AGREEMENT } from './agreement.ts';

const ice = aHolding('ICE');
const PURPOSE = 'area=drug-trafficking; use=deconfliction; case=TEST-1';
let liar: Liar;

const scenario = useScenario(async () => {
  liar = await startLiar();
  return {
    agencies: AGENCIES,
    agreements: [AGREEMENT],
    data: { ICE: ice.all, DEA: [], FBI: [] },
    supergraphSdl: await composed(AGENCIES, [await deconflictionPart(AGENCIES)]),
    hubs: { deconfliction: async (...world) => liar.inPlaceOf(await serveDeconfliction(...world)) },
    blindingKeys: () => ({ current: 1, epochs: new Map([[1, new Uint8Array(32).fill(3)]]) }),
  };
});
afterEach(() => (liar.lie = undefined));

const CONFLICT = 'id disclosure status role others { role agency { code } contact { name phone } }';
const DECLARE = `mutation ($id: ID!, $contact: ID, $by: TargetSelectorInput!) {
  declareTarget(id: $id, contact: $contact, kind: WATCH, selectors: [$by]) { id conflicts { ${CONFLICT} } } }`;

interface Told {
  readonly id: string;
  readonly disclosure: string;
  readonly others: readonly unknown[];
}
type Selector = Readonly<Record<string, string>>;

const as = (agency: string) => scenario.as(agency, { purpose: PURPOSE });
const declare = (agency: string, by: Selector, id: string = randomUUID(), contact?: string) =>
  as(agency).query(DECLARE, { id, by, contact });

/** The conflicts of which an agency is told that declares this. */
async function meets(agency: string, by: Selector, contact?: string): Promise<readonly (Told | null)[]> {
  const { data, errors } = await declare(agency, by, randomUUID(), contact);
  expect(errors).toBeUndefined();
  return (data as { declareTarget: { conflicts: readonly (Told | null)[] } }).declareTarget.conflicts;
}

const phone = (last: string) => ({ phone: `+1 202 555 01${last}` });
/** Goes on when something holds that is done beside answering. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}
const codes = (errors: Awaited<ReturnType<typeof declare>>['errors']) =>
  errors?.map(({ extensions }) => extensions.code);

describe('a target that two agencies work on', () => {
  it('is told to who comes second, with whom to call, under the clauses that say so', async () => {
    await meets('ICE', phone('01'), ice.contact.id);
    const { data, visibility, recorded, asked } = await declare('DEA', phone('01'));
    expect(data).toMatchObject({
      declareTarget: {
        conflicts: [
          {
            disclosure: 'CONTACT',
            role: 'SEARCHER',
            others: [{ role: 'ORIGINATOR', agency: { code: 'ICE' }, contact: { name: ice.contact.name, phone: null } }],
          },
        ],
      },
    });
    const clauses = ['test#desks', 'test#ibans', 'test#phones', 'test#plates'];
    expect(visibility.disclosed).toEqual([{ originator: 'ICE', clauses }]);
    expect(recorded.map(({ disclosed }) => disclosed)).toEqual([
      [{ originator: 'ICE', clauses, coordinates: ['LiaisonContact.name'] }],
    ]);
    expect(asked['ICE']).toHaveLength(1);
    expect(asked['ICE']?.[0]).not.toContain('phone');
  });

  it('is sent to the hub blinded, whichever way it is written', async () => {
    const from = scenario.received.length;
    await declare('DEA', phone('77'));
    await as('DEA').query(
      `mutation { declareTarget(id: "${randomUUID()}", selectors: [{ phone: "+1 202-555-0177" }]) { id } }`,
    );
    const bodies = scenario.received.slice(from).map(({ body }) => body);
    expect(bodies.filter((body) => body.startsWith('{"query":"mutation')).length).toBeGreaterThan(1);
    expect(bodies.join('\n')).not.toMatch(/555|0177/);
  });

  it('meets once, however often it is declared under its id', async () => {
    await meets('ICE', phone('02'));
    const id = randomUUID();
    const [first, again] = [await declare('DEA', phone('02'), id), await declare('DEA', phone('02'), id)];
    expect(again.data).toEqual(first.data);
    expect((first.data as { declareTarget: { conflicts: unknown[] } }).declareTarget.conflicts).toHaveLength(1);
    const other = await declare('DEA', phone('03'), id);
    expect([other.data, codes(other.errors), other.errors?.[0]?.path]).toEqual([
      { declareTarget: null },
      ['ID_TAKEN'],
      ['declareTarget'],
    ]);
  });

  it('is not told with names where the agreement says no more than that there is something', async () => {
    await meets('ICE', { plate: 'US:7ABC123' }, ice.contact.id);
    expect(await meets('DEA', { plate: 'US:7ABC123' })).toMatchObject([{ disclosure: 'EXISTS', others: [] }]);
  });

  it('answers who comes second as if there were nothing, where only the first is told', async () => {
    const [iban, other] = ['GB33BUKB20201555555555', 'DE75512108001245126199'];
    await meets('ICE', { iban }, ice.contact.id);
    const [silent, none] = [randomUUID(), randomUUID()];
    const [hit, miss] = [await declare('DEA', { iban }, silent), await declare('DEA', { iban: other }, none)];
    expect(hit.text.replace(silent, none)).toBe(miss.text);
    expect(hit.asked).toEqual(miss.asked);
    const told = `{ conflicts(first: 1) { edges { node { role others { agency { code } } } } } }`;
    const of = { role: 'ORIGINATOR', others: [{ agency: { code: 'DEA' } }] };
    await until(async () =>
      isDeepStrictEqual((await as('ICE').query(told)).data, { conflicts: { edges: [{ node: of }] } }),
    );
  });

  it('is told of to nobody else', async () => {
    await meets('ICE', phone('04'));
    expect(await meets('FBI', phone('04'))).toEqual([]);
  });
});

describe('a conflict', () => {
  const LIST = `{ conflicts { edges { node { ${CONFLICT} } } } }`;
  const ACT = 'mutation ($id: ID!, $conflict: ID!) { acknowledgeConflict(id: $id, conflict: $conflict) { status } }';

  it('is acknowledged and resolved by its parties, one after the other in one operation', async () => {
    await meets('ICE', phone('10'));
    const [conflict] = await meets('DEA', phone('10'));
    const both = `mutation ($conflict: ID!) {
      known: acknowledgeConflict(id: "${randomUUID()}", conflict: $conflict) { status }
      over: resolveConflict(id: "${randomUUID()}", conflict: $conflict, outcome: STOOD_DOWN) { status } }`;
    const variables = { id: randomUUID(), conflict: conflict!.id };
    expect((await as('ICE').query(ACT, variables)).data).toEqual({ acknowledgeConflict: { status: 'OPEN' } });
    expect((await as('DEA').query(both, variables)).data).toEqual({
      known: { status: 'ACKNOWLEDGED' },
      over: { status: 'RESOLVED' },
    });
  });

  it('is refused to others in the same words as one that there is not', async () => {
    await meets('ICE', phone('11'));
    const [conflict] = await meets('DEA', phone('11'));
    const [foreign, none] = [conflict!.id, randomUUID()];
    const id = randomUUID();
    const hidden = await as('FBI').query(ACT, { id, conflict: foreign });
    const absent = await as('FBI').query(ACT, { id, conflict: none });
    expect(codes(hidden.errors)).toEqual(['UNKNOWN_CONFLICT']);
    expect(hidden.text).toBe(absent.text);
    expect((await as('FBI').query(LIST)).data).toEqual({ conflicts: { edges: [] } });
  });

  it('is not shown while an agreement is suspended, and again after', async () => {
    await meets('ICE', phone('12'));
    const [conflict] = await meets('DEA', phone('12'));
    const find = async () => (await as('DEA').query(`{ conflict(id: "${conflict!.id}") { disclosure } }`)).data;
    expect(await find()).toEqual({ conflict: { disclosure: 'CONTACT' } });
    scenario.agreements.give({ kind: 'suspend', party: 'ICE' }, AGREEMENT);
    expect(await find()).toEqual({ conflict: null });
    scenario.agreements.give({ kind: 'resume', party: 'ICE' }, AGREEMENT);
    expect(await find()).toEqual({ conflict: { disclosure: 'CONTACT' } });
  });

  /** What the hub says of every conflict that it tells of. */
  const claiming = (claims: object) => (honest: Honest) => {
    const text = JSON.stringify(honest, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'disclosure' in value ? { ...value, ...claims } : value,
    );
    return { json: JSON.parse(text) as unknown };
  };

  it('cannot be told with names by a hub that lies of what agreements say', async () => {
    await meets('ICE', { plate: 'US:8ABC123' }, ice.contact.id);
    const contact = { __typename: 'IceLiaisonContact', id: ice.contact.id };
    const others = [{ role: 'ORIGINATOR', agency: { code: 'ICE', _c__c: 'ICE', _c_c: 'ICE' }, contact }];
    liar.lie = claiming({ disclosure: 'CONTACT', others });
    const seen = await declare('DEA', { plate: 'US:8ABC123' });
    expect(seen.data).toMatchObject({ declareTarget: { conflicts: [{ disclosure: 'EXISTS', others: [null] }] } });
    expect(seen.asked['ICE']).toBeUndefined();
  });

  it('cannot be told at all by a hub that does not say by what the two met', async () => {
    await meets('ICE', phone('13'));
    liar.lie = claiming({ _c__m: undefined, _c_m: undefined });
    expect(await meets('DEA', phone('13'))).toEqual([null]);
  });
});

describe('a declaration is refused', () => {
  it('for another use, and nothing is declared', async () => {
    const { data, errors } = await scenario.as('DEA').query(DECLARE, { id: randomUUID(), by: phone('20') });
    expect([data, codes(errors)]).toEqual([{ declareTarget: null }, ['NOT_FOR_DECONFLICTION']]);
  });

  it('before anything is sent, where a selector cannot be read', async () => {
    const { status, errors, asked, text } = await declare('DEA', { phone: '555 no number' });
    expect([status, codes(errors)]).toEqual([400, ['BAD_SELECTOR']]);
    expect(asked['deconfliction']).toBeUndefined();
    expect(text).not.toContain('555 no');
  });

  it.each(['09.03.1971', '9 March 1971'])(
    'before anything is sent, where a date of birth cannot be read (%s)',
    async (dateOfBirth) => {
      const target = `mutation ($id: ID!, $on: String) {
        declareTarget(id: $id, selectors: [{ person: { surname: "Tarrant", firstNames: "Ida", dateOfBirth: $on } }]) { id } }`;
      const refused = await as('DEA').query(target, { id: randomUUID(), on: dateOfBirth });
      expect([refused.status, codes(refused.errors)]).toEqual([400, ['BAD_SELECTOR']]);
      expect(refused.asked['deconfliction']).toBeUndefined();
      expect(refused.text).not.toContain(dateOfBirth);
      const read = await as('DEA').query(target, { id: randomUUID(), on: '1971-03-09' });
      expect(read.errors).toBeUndefined();
    },
  );
});
