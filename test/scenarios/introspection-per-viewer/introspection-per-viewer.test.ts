import {
  buildClientSchema,
  getIntrospectionQuery,
  isObjectType,
  validateSchema,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { post } from '../../support/scenario/http.ts';
import { useScenario } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';

const scenario = useScenario({
  agencies: ['ICE', 'DEA', 'FBI', 'ICRF'],
  agreements: [AGREEMENT],
  data: { ICE: [], DEA: [], FBI: [], ICRF: [] },
});

/** The schema that an agency's analysts are told of: a valid one. */
async function toldTo(agency: string): Promise<GraphQLSchema> {
  const { data, errors } = await scenario.as(agency, { purpose: null }).query(getIntrospectionQuery());
  expect(errors).toBeUndefined();
  const schema = buildClientSchema(data);
  expect(validateSchema(schema)).toEqual([]);
  return schema;
}

async function ask(query: string, variables: object) {
  return post(scenario.url, { authorization: `Bearer ${await scenario.token('DEA')}` }, { query, variables });
}

function typeIn(schema: GraphQLSchema, name: string): GraphQLObjectType | undefined {
  const type = schema.getType(name);
  return isObjectType(type) ? type : undefined;
}

/** Types of what was asked for as it stands: they are in the contract, which everybody has. */
const STATED = new Set([
  'Query',
  'Record',
  'RecordHit',
  'RecordFilter',
  'if',
  'RecordConnection',
  'Subject',
  'ID',
  'String',
  'Boolean',
  '__Type',
  '__Schema',
]);

const RECORDS = ['DeaRecord', 'FbiRecord', 'IceRecord', 'IcrfRecord'];
const recordsIn = (schema: GraphQLSchema) => RECORDS.filter((name) => typeIn(schema, name));

describe('the schema that a viewer is told of', () => {
  it('has the types of their own agency, and of whom an agreement could ever disclose something', async () => {
    expect(recordsIn(await toldTo('DEA'))).toEqual(['DeaRecord', 'IceRecord']);
    expect(recordsIn(await toldTo('ICE'))).toEqual(['IceRecord']);
    expect(recordsIn(await toldTo('FBI'))).toEqual(['FbiRecord']);
  });

  it('has the own fields of others that a clause names, and all of their own', async () => {
    const dea = await toldTo('DEA');
    expect(typeIn(dea, 'IceRecord')?.getFields()['seizureNumber']?.description).toContain(
      'Disclosed by: ICE under test#1.',
    );
    expect(typeIn(dea, 'DeaRecord')?.getFields()['substance']).toBeDefined();
    expect(typeIn(await toldTo('ICE'), 'IceRecord')?.getFields()['seizureNumber']?.description).not.toContain(
      'isclosed',
    );
  });

  it('says of each field under which clause it comes, and which keeps it on every row', async () => {
    const dea = await toldTo('DEA');
    const fields = typeIn(dea, 'IceRecord')?.getFields() ?? {};
    expect(fields['title']?.description).toContain('Disclosed by: ICE under test#1.');
    expect(fields['narrative']?.description).toContain('No clause in force discloses it from: ICE.');
    const line = typeIn(dea, 'WiretapIntercept')?.getFields()['line']?.description;
    expect(line).toContain('Withheld on every row: ICE by test#2.');
  });

  it('has none of an agency’s types once its agreement is suspended', async () => {
    scenario.agreements.give({ kind: 'suspend', party: 'ICE', reason: 'A breach' }, AGREEMENT);
    expect(recordsIn(await toldTo('DEA'))).toEqual(['DeaRecord']);
    scenario.agreements.put([AGREEMENT]);
    expect(recordsIn(await toldTo('DEA'))).toEqual(['DeaRecord', 'IceRecord']);
  });
});

describe('asking for the schema', () => {
  const TYPE = '__type(name: "IcrfRecord") { name }';

  it.each<[string, string, object]>([
    ['alone', `{ ${TYPE} }`, {}],
    ['in a fragment', `{ ...F } fragment F on Query { ${TYPE} }`, {}],
    ['in an inline fragment that is included', `query ($y: Boolean = true) { ... @include(if: $y) { ${TYPE} } }`, {}],
    ['by a variable', 'query ($n: String!) { __type(name: $n) { name } }', { n: 'IcrfRecord' }],
  ])('tells nothing of an agency with which there is no agreement, asked %s', async (_how, query, variables) => {
    const { data, errors } = await scenario.as('DEA', { purpose: null }).query(query, variables);
    expect({ data, errors }).toEqual({ data: { __type: null }, errors: undefined });
    expect((await scenario.as('ICRF', { purpose: null }).query(query, variables)).data).toEqual({
      __type: { name: 'IcrfRecord' },
    });
  });

  it('goes with other questions, under aliases and directives', async () => {
    const query = `query ($no: Boolean!) {
      mine: __type(name: "DeaRecord") { ...Name }
      records { totalCount }
      theirs: __type(name: "IcrfRecord") { ...Name }
      left: __type(name: "DeaRecord") @skip(if: $no) { ...Name }
      __typename
    }
    fragment Name on __Type { name }`;
    const { data, text } = await scenario.as('DEA').query(query, { no: true });
    expect(data).toEqual({
      mine: { name: 'DeaRecord' },
      records: { totalCount: 0 },
      theirs: null,
      __typename: 'Query',
    });
    expect(text.indexOf('mine')).toBeLessThan(text.indexOf('totalCount'));
  });

  it('is refused with a variable that does not fit, alone or not', async () => {
    for (const rest of ['', 'agencies { code }']) {
      const query = `query ($x: Boolean!) { __schema { queryType { name @skip(if: $x) } } ${rest} }`;
      const { text, status } = await ask(query, { x: 'no' });
      expect([status, JSON.parse(text)]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] }]);
      expect(text).not.toContain('"data":{');
    }
  });

  it('asks nobody else, and is in no ledger', async () => {
    const { asked, recorded } = await scenario.as('DEA', { purpose: null }).query(`{ ${TYPE} }`);
    expect({ asked, recorded }).toEqual({ asked: {}, recorded: [] });
  });
});

describe('a mistake in a question', () => {
  const record = (selection: string) => `{ records { edges { node { record { ${selection} } } } } }`;

  it.each([
    ['a field of another agency', record('... on IceRecord { seizureNumbr }')],
    ['a field that stands on another type', record('seizureNumber')],
    ['a field of the contract', record('narativ')],
    ['a field with parts', record('subjects')],
    ['a hub’s own field', record('label')],
    ['a root field', '{ record { id } recors { totalCount } }'],
    ['federation’s entry', '{ _entitie _service { sdl } }'],
    ['a type', record('... on IcrfRecrd { id }')],
    ['a join type', record('... on join__Grap { id }')],
    ['an argument', '{ records(filtr: {}) { totalCount } }'],
    ['a field of an input', '{ records(filter: { kindz: [] }) { totalCount } }'],
    ['a value of an enum', '{ records(orderBy: RECORDED_ON_DES) { totalCount } }'],
    ['a value of an enum in a list', '{ records(filter: { kinds: [WIRETAP] }) { totalCount } }'],
    ['a directive', '{ records @inclde(if: true) { totalCount } }'],
    ['an argument of a directive', '{ records @include(of: true) { totalCount } }'],
    ['the type of a variable', 'query ($f: RecordFiltr) { records(filter: $f) { totalCount } }'],
    ['a variable', 'query ($filter: RecordFilter) { records(filter: $filtr) { totalCount } }'],
    ['a fragment', '{ ...Foo } fragment Fo on Query { records { totalCount } }'],
    ['a type in introspection', '{ __type(nam: "IceRecord") { nme } __schem { types { name } } }'],
  ])('names nothing that is near: %s', async (_what, query) => {
    const { status, errors = [] } = await scenario.as('DEA').query(query);
    expect(status).toBe(400);
    expect(errors.length).toBeGreaterThan(0);
    const sent = new Set(query.match(/\w+/g));
    for (const { message } of errors) {
      expect(message).not.toMatch(/did you mean/i);
      const told = [...message.matchAll(/"([^"]+)"/g)].flatMap(([, quoted]) => quoted?.match(/\w+/g) ?? []);
      expect(told.filter((name) => !sent.has(name) && !STATED.has(name))).toEqual([]);
    }
  });

  it.each([{ filter: { kindz: [] } }, { filter: { kinds: ['WIRETAP'] } }, { order: 'RECORDED_ON_DES' }])(
    'names nothing that is near what a variable holds: %j',
    async (variables) => {
      const query =
        'query ($filter: RecordFilter, $order: RecordOrder) { records(filter: $filter, orderBy: $order) { totalCount } }';
      const { status, errors = [] } = await scenario.as('DEA').query(query, variables);
      expect({ status, messages: errors.map(({ message }) => message) }).toEqual({
        status: 400,
        messages: [
          expect.stringMatching(/^the variable `\$\w+` lacks a value, or has one that does not fit its type$/),
        ],
      });
    },
  );
});
