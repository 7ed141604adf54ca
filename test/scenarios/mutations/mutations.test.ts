import { randomUUID } from 'node:crypto';
import { ListedOperations } from '../../../gateway/persisted/listed.ts';
import { aHolding } from '../../support/holdings.ts';
import { startLiar, type Liar } from '../../support/scenario/liar.ts';
import { prosecutors } from '../../support/scenario/prosecutors.ts';
import { PURPOSE, useScenario } from '../../support/scenario/scenario.ts';
import { warningHub } from '../../support/scenario/warning-hub.ts';
import { AGREEMENT } from './agreement.ts';

const SECRET = 'never-in-an-answer';
const ice = aHolding('ICE', { record: { title: 'a title', synopsis: 'a synopsis' } });
const about = ice.record.id;
const [alpha, beta] = [warningHub('alpha'), warningHub('beta')];
const sealed: string[] = [];
const office = prosecutors('type Mutation { usaoSeal(case: ID!): Boolean }', {
  Mutation: { usaoSeal: (_: unknown, given: { case: string }) => sealed.push(given.case) > 0 },
});
const LISTED = `mutation { alphaWarn(id: "listed", about: "${about}") { id } }`;
let liar: Liar;

const scenario = useScenario(async () => {
  liar = await startLiar();
  return {
    agencies: ['ICE', 'DEA', 'USAO'],
    agreements: [AGREEMENT],
    data: { ICE: ice.all, DEA: [] },
    supergraphSdl: await office.compose([alpha, beta]),
    subgraphs: { USAO: office.serve },
    hubs: { alpha: async (world) => liar.inPlaceOf(await alpha.serve(world)), beta: beta.serve },
    subgraphTimeoutMilliseconds: 1_000,
    door: { persisted: { listed: () => new ListedOperations([{ id: 'warn', body: LISTED }]), only: false } },
  };
});

afterEach(() => {
  liar.lie = undefined;
  scenario.ledger.fail = false;
  scenario.ledger.down = false;
  for (const hub of [alpha, beta]) {
    hub.kept.length = 0;
    hub.meanwhile = async () => undefined;
  }
});

const WARN = `mutation ($id: ID!, $about: ID!) { alphaWarn(id: $id, about: $about) { id record { title synopsis } } }`;
const warn = (id: string = randomUUID()) => scenario.as('DEA').query(WARN, { id, about });
const idsIn = (hub: typeof alpha) => hub.kept.map(({ id }) => id);

/** The subgraphs that were sent a mutation, in order, since the test began to look. */
function changing() {
  const from = scenario.received.length;
  return () =>
    scenario.received
      .slice(from)
      .filter(({ body }) => /^\{"query":"mutation/.test(body))
      .map(({ subgraph }) => subgraph);
}

describe('a mutation of the hub', () => {
  it('is carried out, and answered with what agreements disclose', async () => {
    const seen = await warn('w1');
    expect(seen.errors).toBeUndefined();
    expect(seen.data).toEqual({ alphaWarn: { id: 'w1', record: { title: 'a title', synopsis: null } } });
    expect(alpha.kept).toEqual([{ id: 'w1', about }]);
    expect(seen.withheld).toEqual([
      { originator: 'ICE', coordinate: 'Record.synopsis', reason: 'NOT_COVERED', because: [] },
    ]);
  });

  it('is asked of the hub as it is, and of the agency what may be shown', async () => {
    const { asked, sent } = await warn('w2');
    expect(asked['alpha']).toEqual([
      'mutation($id:ID!$about:ID!){alphaWarn(id:$id about:$about){id record{__typename id}}}',
    ]);
    expect(sent['alpha']).toEqual([{ id: 'w2', about }]);
    expect(asked['ICE']).toHaveLength(1);
    expect(asked['ICE']?.[0]).toMatch(/^query.*title/);
    expect(asked['ICE']?.[0]).not.toContain('synopsis');
  });

  it('is recorded with what its answer discloses', async () => {
    const { recorded } = await warn();
    expect(recorded).toMatchObject([
      { agency: 'DEA', disclosed: [{ originator: 'ICE', clauses: ['test#titles'], coordinates: ['Record.title'] }] },
    ]);
    expect(recorded[0]?.operation).toMatch(/^mutation/);
  });

  it('runs its fields one after the other, as they stand', async () => {
    const sentTo = changing();
    const mutation = `mutation { one: alphaWarn(id: "1", about: "${about}") { record { title } }
      two: betaWarn(id: "2", about: "x") { id } three: alphaWarn(id: "3", about: "x") { id }
      four: alphaWarn(id: "4", about: "x") { id } }`;
    const order: string[] = [];
    alpha.meanwhile = async () => void order.push(`alpha with ${idsIn(beta).join()}`);
    beta.meanwhile = async () => void order.push(`beta with ${idsIn(alpha).join()}`);
    const { data } = await scenario.as('DEA').query(mutation);
    expect(Object.keys(data)).toEqual(['one', 'two', 'three', 'four']);
    expect([idsIn(alpha), idsIn(beta)]).toEqual([['1', '3', '4'], ['2']]);
    expect(order).toEqual(['alpha with ', 'beta with 1', 'alpha with 2', 'alpha with 2']);
    expect(sentTo()).toEqual(['alpha', 'beta', 'alpha']);
  });

  it('says which of its fields is refused, and carries the others out', async () => {
    const { data, errors } = await scenario
      .as('DEA')
      .query('mutation { a: alphaWarn(id: "1", about: "") { id } b: alphaWarn(id: "2", about: "x") { id } }');
    expect(data).toEqual({ a: null, b: { id: '2' } });
    expect(errors).toEqual([
      {
        message: 'it is about nothing',
        path: ['a'],
        extensions: { code: 'WARNING_REFUSED', remedy: 'Say what about.' },
      },
    ]);
    expect(idsIn(alpha)).toEqual(['2']);
  });

  it('is sent once, with whatever its variables are called', async () => {
    const sentTo = changing();
    const representations = Array.from({ length: 2_500 }, (_, index) => `${index % 7}`);
    const { data } = await scenario
      .as('DEA')
      .query('mutation ($representations: [String!]!) { alphaTellAll(representations: $representations) }', {
        representations,
      });
    expect(data).toEqual({ alphaTellAll: 2_500 });
    expect(sentTo()).toEqual(['alpha']);
  });

  it('is of the agreements at its start, and says so; the next one is of those after', async () => {
    const before = await warn();
    beta.meanwhile = async () => scenario.agreements.give({ kind: 'suspend', party: 'ICE' }, AGREEMENT);
    const { data, visibility } = await scenario
      .as('DEA')
      .query(
        `mutation { a: betaWarn(id: "1", about: "x") { id } b: alphaWarn(id: "2", about: "${about}") { id record { title } } }`,
      );
    // Both were carried out; what ICE no longer shares, it no longer answers, whatever the gateway asks.
    expect(data).toEqual({ a: { id: '1' }, b: { id: '2', record: { title: null } } });
    expect(visibility.ruleset).toBe(before.visibility.ruleset);
    const after = await warn();
    expect(after.visibility.ruleset).not.toBe(before.visibility.ruleset);
    expect(after.asked['ICE']).toBeUndefined();
    scenario.agreements.give({ kind: 'resume', party: 'ICE' }, AGREEMENT);
  });
});

describe('a mutation of which nobody says what became of it', () => {
  const LOST = {
    extensions: {
      code: 'OUTCOME_UNKNOWN',
      remedy: 'Send the same again, with the same ids: what was done is not done twice. Or look whether it is there.',
    },
    message: '`alpha` did not say what became of it: it may have been done, or not',
  };

  it.each<[string, NonNullable<Liar['lie']>]>([
    ['the connection is cut', () => (socket) => socket.destroy()],
    ['no answer comes', () => () => undefined],
    ['the answer is a failure', () => ({ status: 503, body: '{}' })],
    ['the answer is no JSON', () => ({ body: SECRET })],
    ['the answer says nothing', () => ({ json: {} })],
    ['the answer is an error that is not declared', () => ({ json: { data: null, errors: [{ message: SECRET }] } })],
  ])('is sent once, and told as such, where %s', async (_, lie) => {
    liar.lie = lie;
    const sentTo = changing();
    const { data, errors, text } = await warn('w3');
    expect(data).toEqual({ alphaWarn: null });
    expect(errors).toEqual([LOST]);
    expect(text).not.toContain(SECRET);
    expect(sentTo()).toEqual(['alpha']);
    expect(idsIn(alpha)).toEqual(['w3']);
  });

  it('is told with the field that failed', async () => {
    alpha.meanwhile = async () => {
      throw new Error(SECRET);
    };
    const { errors, text } = await warn('w4');
    expect(errors).toEqual([{ ...LOST, path: ['alphaWarn'] }]);
    expect(text).not.toContain(SECRET);
  });

  it('is sent again with the same id, and is done once', async () => {
    liar.lie = () => (socket) => socket.destroy();
    await warn('w5');
    liar.lie = undefined;
    const { data, errors } = await warn('w5');
    expect([data, errors]).toMatchObject([{ alphaWarn: { id: 'w5' } }, undefined]);
    expect(idsIn(alpha)).toEqual(['w5']);
  });

  it('is not told so where it is answered, and a part of the answer is missing', async () => {
    liar.lie = ({ data }) => ({ json: { data, errors: [{ message: SECRET, path: ['alphaWarn', 'about'] }] } });
    const { errors } = await warn();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_FAILED']);
  });
});

describe('a mutation and the ledger', () => {
  it('is not begun while nothing can be recorded', async () => {
    scenario.ledger.down = true;
    const { status, data, errors } = await warn();
    expect([status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      503,
      undefined,
      ['LEDGER_UNAVAILABLE'],
    ]);
    expect(alpha.kept).toEqual([]);
  });

  it('is not answered when the ledger fails after it was done, and says that it was', async () => {
    scenario.ledger.fail = true;
    const { status, data, errors, text } = await warn('w6');
    expect([status, data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      503,
      undefined,
      ['OUTCOME_NOT_RECORDED'],
    ]);
    expect(text).not.toContain('a title');
    expect(idsIn(alpha)).toEqual(['w6']);
    scenario.ledger.fail = false;
    expect((await warn('w6')).data).toMatchObject({ alphaWarn: { record: { title: 'a title' } } });
    expect(idsIn(alpha)).toEqual(['w6']);
  });
});

describe('a mutation is refused', () => {
  it.each(['DEA', 'ICE'])('without a purpose, for a viewer of %s', async (agency) => {
    const { status, errors } = await scenario.as(agency, { purpose: null }).query(WARN, { id: 'w7', about });
    expect([status, errors?.map(({ extensions }) => extensions.code)]).toEqual([400, ['PURPOSE_REQUIRED']]);
    expect(alpha.kept).toEqual([]);
  });

  it.each([
    ['sent whole', `query=${encodeURIComponent(LISTED)}`],
    ['listed', 'documentId=warn'],
  ])('by GET, %s', async (_, search) => {
    const headers = { authorization: `Bearer ${await scenario.token('DEA')}`, 'x-purpose': PURPOSE };
    const response = await fetch(`${scenario.url}/graphql?${search}`, { headers });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.text()).toContain('"code":"BAD_REQUEST"');
    expect(alpha.kept).toEqual([]);
  });

  it('as what an HTML form can send', async () => {
    const headers = { authorization: `Bearer ${await scenario.token('DEA')}`, 'x-purpose': PURPOSE };
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const sent = { method: 'POST', headers: { ...headers, 'content-type': type }, body: `{"documentId":"warn"}` };
      expect((await fetch(`${scenario.url}/graphql`, sent)).status).toBe(415);
    }
    expect(alpha.kept).toEqual([]);
  });
});

it('a listed mutation is run by its id', async () => {
  const headers = { ...(await scenario.as('DEA').headers()), 'content-type': 'application/json' };
  const sent = { method: 'POST', headers, body: '{"documentId":"warn"}' };
  const response = await fetch(`${scenario.url}/graphql`, sent);
  expect(await response.json()).toMatchObject({ data: { alphaWarn: { id: 'listed' } } });
  expect(idsIn(alpha)).toEqual(['listed']);
});

describe("a mutation of an agency's own", () => {
  const SEAL = 'mutation { usaoSeal(case: "7") }';

  it('is not sent for others, nor told of', async () => {
    const { data, asked, withheld } = await scenario.as('DEA').query(SEAL);
    expect(data).toEqual({ usaoSeal: null });
    expect(asked['USAO']).toBeUndefined();
    expect(withheld.map(({ coordinate, reason }) => [coordinate, reason])).toEqual([
      ['Mutation.usaoSeal', 'NOT_COVERED'],
    ]);
    expect(sealed).toEqual([]);
  });

  it("is for its own agency's viewers", async () => {
    expect((await scenario.as('USAO').query(SEAL)).data).toEqual({ usaoSeal: true });
    expect(sealed).toEqual(['7']);
  });

  it.each([
    ['DEA', ['alphaTellAll', 'alphaWarn', 'betaTellAll', 'betaWarn']],
    ['USAO', ['alphaTellAll', 'alphaWarn', 'betaTellAll', 'betaWarn', 'usaoSeal']],
  ])('is in the schema of its own agency’s viewers alone: %s', async (agency, fields) => {
    const { data } = await scenario.as(agency).query('{ __schema { mutationType { fields { name } } } }');
    const { mutationType } = (data as { __schema: { mutationType: { fields: { name: string }[] } } }).__schema;
    const names = mutationType.fields.map(({ name }) => name).sort();
    expect(names.filter((name) => /^(alpha|beta|usao)/.test(name))).toEqual(fields);
  });
});
