import { blind, blindNameKey } from '../../../matching/blind.ts';
import { soughtPersonKeys } from '../../../matching/person/sought.ts';
import { seal } from '../../../matching/sealed.ts';
import { KEYS, useBlindingWorld, type BlindingWorld } from './world.ts';

const world = useBlindingWorld();
const keyless = useBlindingWorld({}, null);

const PHONE = '+1 202 555 0143';
const OTHER = '+1 (202) 555-0144';
const E164 = '+12025550143';
const OTHER_E164 = '+12025550144';
/** Nothing of these may be in what the index is asked. */
const CLEAR = /202|555|014|Doe|Jane|1971|example/u;

const sealedPhone = (form: string) =>
  seal([...KEYS.epochs].map(([epoch, key]) => ({ epoch, blind: blind('PHONE', form, key) })));
const person = { surname: 'Doe', firstNames: 'Jane', dateOfBirth: '1971-03-09' };
const sealedPerson = seal(
  [...KEYS.epochs].flatMap(([epoch, key]) =>
    soughtPersonKeys(person).map((name) => ({
      ...{ epoch, feature: name.feature },
      blind: blindNameKey('NAME_AND_BIRTH', name, key),
    })),
  ),
);
const [SEALED, OTHER_SEALED] = [sealedPhone(E164), sealedPhone(OTHER_E164)];

const FOUND = '{ totalCount }';
const ask = (query: string, variables: object = {}, { scenario }: BlindingWorld = world) =>
  scenario.as('DEA').query(query, variables);

/** What the index was sent: each question in one line, with its variables in the order in which it uses them. */
async function sent(query: string, variables: object = {}) {
  const asked = await sentAll(query, variables);
  expect(JSON.stringify(asked)).not.toMatch(CLEAR);
  return asked.map(({ variables: values }) => values);
}

async function sentAll(query: string, variables: object) {
  expect((await ask(query, variables)).errors).toBeUndefined();
  return world.asked();
}

/** Every text in what was sent that is a sealed one. */
const sealedIn = (values: unknown) => [...JSON.stringify(values).matchAll(/~1[^"]+/gu)].map(([text]) => text);

describe('a selector goes to the index blinded, under the key of each epoch,', () => {
  it.each<[string, string, object, readonly string[]]>([
    ['as a literal', `{ records(filter: { phone: "${PHONE}" }) ${FOUND} }`, {}, [SEALED]],
    ['as a block', `{ records(filter: { phone: """\n${PHONE}\n""" }) ${FOUND} }`, {}, [SEALED]],
    ['in a variable', `query ($p: String) { records(filter: { phone: $p }) ${FOUND} }`, { p: PHONE }, [SEALED]],
    [
      'in a variable object',
      `query ($f: RecordFilter) { records(filter: $f) ${FOUND} }`,
      { f: { phone: PHONE } },
      [SEALED],
    ],
    [
      'in the default of a variable',
      `query ($p: String = "${PHONE}") { records(filter: { phone: $p }) ${FOUND} }`,
      {},
      [SEALED],
    ],
    [
      'in the default of a variable object',
      `query ($f: RecordFilter = { phone: "${PHONE}", text: "kept" }) { records(filter: $f) ${FOUND} }`,
      {},
      [SEALED],
    ],
    [
      'in a variable that is given in the place of a default',
      `query ($p: String = "${PHONE}") { records(filter: { phone: $p }) ${FOUND} }`,
      { p: OTHER },
      [OTHER_SEALED],
    ],
    ['in a list', `{ records(phones: ["${PHONE}", "${OTHER}"]) ${FOUND} }`, {}, [SEALED, OTHER_SEALED]],
    ['as a single value for a list', `{ records(phones: "${PHONE}") ${FOUND} }`, {}, [SEALED]],
    [
      'in a list with a variable in it',
      `query ($p: String!) { records(phones: [$p, "${OTHER}"]) ${FOUND} }`,
      { p: PHONE },
      [SEALED, OTHER_SEALED],
    ],
    [
      'in a list of objects',
      `{ selectorChecks(selectors: [{ phone: "${PHONE}" }, { phone: "${OTHER}" }]) { recordCount } }`,
      {},
      [SEALED, OTHER_SEALED],
    ],
    [
      'in a list of objects in a variable',
      `query ($s: [SelectorSought!]!) { selectorChecks(selectors: $s) { recordCount } }`,
      { s: [{ phone: PHONE }, { phone: OTHER }] },
      [SEALED, OTHER_SEALED],
    ],
    [
      'in objects inside each other',
      `query ($e: [RecordFilter!]) { records(filter: { either: [{ either: $e }, { phone: "${OTHER}" }] }) ${FOUND} }`,
      { e: { phone: PHONE } },
      [SEALED, OTHER_SEALED],
    ],
    [
      'under aliases, in several root fields',
      `{ a: records(filter: { phone: "${PHONE}" }) ${FOUND} b: records(filter: { phone: "${OTHER}" }) ${FOUND} }`,
      {},
      [SEALED, OTHER_SEALED],
    ],
    [
      'in a fragment',
      `query Q { ...F } fragment F on Query { records(filter: { phone: "${PHONE}" }) ${FOUND} }`,
      {},
      [SEALED],
    ],
    ['in an argument of its own', `{ tell(phone: "${PHONE}") }`, {}, [SEALED]],
    [
      'as a person',
      `query ($p: PersonSought) { records(filter: { person: $p }) ${FOUND} }`,
      { p: person },
      [sealedPerson],
    ],
    [
      'as a person in words and variables',
      `query ($s: String) { records(filter: { person: { surname: $s, firstNames: "Jane", dateOfBirth: "1971-03-09" } }) ${FOUND} }`,
      { s: 'Doe' },
      [sealedPerson],
    ],
  ])('%s', async (_how, query, variables, expected) => {
    expect(sealedIn(await sent(query, variables))).toEqual(expected);
  });
});

describe('a selector', () => {
  it('goes to the index as what it is in each place, where one variable is several things', async () => {
    const query = `query ($p: String!) { records(filter: { account: $p, plate: $p, text: $p }) ${FOUND} }`;
    const [{ variables: values } = { variables: {} }] = await sentAll(query, { p: '12025550143' });
    const [account, plate, text] = Object.values(values).sort((a, b) => String(b).length - String(a).length);
    expect(new Set([...sealedIn(account), ...sealedIn(plate)]).size).toBe(2);
    expect(text).toBe('12025550143');
  });

  it('is taken out of each operation of a document, and of the fragments that they share', async () => {
    const query = `query A { ...F } query B($n: Int) { ...F again: records(first: $n, filter: { phone: "${OTHER}" }) ${FOUND} }
      fragment F on Query { records(filter: { phone: "${PHONE}" }) ${FOUND} }`;
    const named = async (operationName: string) => {
      const headers = { ...(await world.scenario.as('DEA').headers()), 'content-type': 'application/json' };
      const body = JSON.stringify({ query, operationName });
      const answered = await fetch(`${world.scenario.url}/graphql`, { method: 'POST', headers, body });
      expect(await answered.json()).not.toHaveProperty('errors');
      return sealedIn(world.asked());
    };
    expect(await named('A')).toEqual([SEALED]);
    expect(await named('B')).toEqual([SEALED, OTHER_SEALED]);
  });

  it('that is null, or whose variable is not given, is none', async () => {
    expect(await sent(`{ records(filter: { phone: null, text: "kept" }) ${FOUND} }`)).toEqual([{}]);
    const query = `query ($p: String, $f: RecordFilter) { a: records(filter: { phone: $p }) ${FOUND} b: records(filter: $f) ${FOUND} }`;
    expect(sealedIn(await sent(query))).toEqual([]);
    expect(sealedIn(await sent(query, { p: null, f: { phone: null } }))).toEqual([]);
  });

  it('leaves what is beside it as it is', async () => {
    const [values] = await sent(`query ($f: RecordFilter) { records(filter: $f) ${FOUND} }`, {
      f: { phone: PHONE, text: 'kept', kinds: ['X'] },
    });
    expect(values).toEqual({ f: { phone: SEALED, text: 'kept', kinds: ['X'] } });
  });

  it('is planned and remembered without what it says, wherever it was said', async () => {
    const query = (phone: string) => `{ records(filter: { phone: "${phone}" }) ${FOUND} }`;
    await ask(query(PHONE));
    await ask(query(OTHER));
    const [one, other] = world.asked();
    expect(one!.query).toBe(other!.query);
    expect(sealedIn([one, other])).toEqual([SEALED, OTHER_SEALED]);
  });

  it('is not in the ledger', async () => {
    const { recorded } = await ask(
      `query ($e: String) { records(filter: { phone: "${PHONE}", email: $e }) ${FOUND} }`,
      {
        e: 'jane@desk.example',
      },
    );
    expect(recorded).toHaveLength(1);
    expect(JSON.stringify(recorded)).not.toMatch(/202 ?555|0143|jane|desk\.example/u);
    world.asked();
  });
});

describe('BAD_SELECTOR', () => {
  it.each<[string, string, object]>([
    ['records.filter.phone', `{ records(filter: { phone: "no phone Doe" }) ${FOUND} }`, {}],
    ['records.filter.phone', `query ($f: RecordFilter) { records(filter: $f) ${FOUND} }`, { f: { phone: '' } }],
    ['records.phones', `{ records(phones: ["${PHONE}", "Doe"]) ${FOUND} }`, {}],
    ['records.filter.person', `{ records(filter: { person: {} }) ${FOUND} }`, {}],
    ['records.filter.person', `{ records(filter: { person: { surname: "Doe" } }) ${FOUND} }`, {}],
    ['records.filter.person', `{ records(filter: { person: { surname: "Doe", dateOfBirth: "1971" } }) ${FOUND} }`, {}],
    [
      'records.filter.person.dateOfBirth',
      `{ records(filter: { person: { surname: "Doe", firstNames: "Jane", dateOfBirth: "9.3.1971" } }) ${FOUND} }`,
      {},
    ],
    [
      'records.filter.person',
      `query ($p: PersonSought) { records(filter: { person: $p }) ${FOUND} }`,
      { p: { surname: 'Doe '.repeat(100), firstNames: 'Jane' } },
    ],
    [
      'selectorChecks.selectors.phone',
      `query ($s: [SelectorSought!]!) { selectorChecks(selectors: $s) { recordCount } }`,
      { s: [{ phone: PHONE }, { phone: 'Doe' }] },
    ],
  ])('is told of %s before anybody is asked, and does not repeat what was given', async (at, query, variables) => {
    const { errors, text } = await ask(query, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_SELECTOR' } }]);
    expect(errors![0]!.message).toContain(`\`${at}\``);
    expect(text).not.toContain('Doe');
    expect(world.asked()).toEqual([]);
  });

  it('is told of a text that is sealed already', async () => {
    const { errors } = await ask(`{ records(filter: { phone: "${SEALED}" }) ${FOUND} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_SELECTOR' } }]);
    const { errors: others } = await ask(`query ($f: RecordFilter) { records(filter: $f) ${FOUND} }`, {
      f: { plate: SEALED },
    });
    const passed = sealedIn(world.asked());
    expect(others === undefined || passed.length === 0).toBe(true);
    expect(passed).not.toContain(SEALED);
  });
});

describe('what a hub receives a person in', () => {
  it.each<[string, string, object]>([
    ['a literal', `{ records(filter: { person: { sealed: "${SEALED}" } }) ${FOUND} }`, {}],
    ['a variable', `query ($p: PersonSought) { records(filter: { person: $p }) ${FOUND} }`, { p: { sealed: SEALED } }],
    [
      'a variable of a whole filter',
      `query ($f: RecordFilter) { records(filter: $f) ${FOUND} }`,
      { f: { person: { surname: 'Doe', sealed: SEALED } } },
    ],
    [
      'a default',
      `query ($p: PersonSought = { sealed: "${SEALED}" }) { records(filter: { person: $p }) ${FOUND} }`,
      {},
    ],
    ['a variable within', `query ($s: String) { records(filter: { person: { sealed: $s } }) ${FOUND} }`, { s: SEALED }],
  ])('is not for viewers to give, as %s', async (_how, query, variables) => {
    const { errors, data } = await ask(query, variables);
    expect(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_SELECTOR']).toContain(errors?.[0]?.extensions.code);
    expect(data).toBeUndefined();
    expect(world.asked()).toEqual([]);
  });
});

it('SELECTORS_UNAVAILABLE: without keys nothing is searched by a selector, and everything else is', async () => {
  const { errors, status } = await ask(`{ records(filter: { phone: "${PHONE}" }) ${FOUND} }`, {}, keyless);
  expect({ status, code: errors?.[0]?.extensions.code }).toEqual({ status: 503, code: 'SELECTORS_UNAVAILABLE' });
  expect(keyless.asked()).toEqual([]);
  expect((await ask(`{ records(filter: { kinds: ["X"] }) ${FOUND} }`, {}, keyless)).errors).toBeUndefined();
  expect(keyless.asked()).toHaveLength(1);
});
