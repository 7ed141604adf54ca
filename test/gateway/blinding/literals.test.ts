import { buildASTSchema, parse, validate } from 'graphql';
import { Literals } from '../../../gateway/blinding/literals.ts';
import { SUPERGRAPH } from './world.ts';

const schema = buildASTSchema(parse(SUPERGRAPH), { assumeValid: true });
const literals = new Literals(schema);
const takeOut = (query: string, variables?: object, operationName?: string) =>
  literals.takeOut({ query, variables: variables as Readonly<Record<string, unknown>> | undefined, operationName });

describe('taking selectors out of a document', () => {
  it.each([
    [
      '{ records(filter: { phone: "a" }) { totalCount } }',
      'query($_c_0: String) { records(filter: { phone: $_c_0 }) { totalCount } }',
      { _c_0: 'a' },
    ],
    [
      'query Q { records(filter: { phone: "a", text: "b" }) { totalCount } }',
      'query Q($_c_0: String) { records(filter: { phone: $_c_0, text: "b" }) { totalCount } }',
      { _c_0: 'a' },
    ],
    [
      'query ($n: Int) { records(first: $n, filter: { person: { surname: "a" } }) { totalCount } }',
      'query ($_c_0: PersonSought, $n: Int) { records(first: $n, filter: { person: $_c_0 }) { totalCount } }',
      { n: 1, _c_0: { surname: 'a' } },
    ],
    [
      'query ($p: String! = "a") { records(filter: { phone: $p }) { totalCount } }',
      'query ($p: String! = "") { records(filter: { phone: $p }) { totalCount } }',
      { p: 'a' },
    ],
    [
      '{ records(filter: { phone: """a\nb""" }) # where\n { totalCount } }',
      'query($_c_0: String) { records(filter: { phone: $_c_0\n }) # where\n { totalCount } }',
      { _c_0: 'a\nb' },
    ],
    [
      '{ _c_: records(filter: { phone: "a" }) { totalCount } }',
      'query($_c__0: String) { _c_: records(filter: { phone: $_c__0 }) { totalCount } }',
      { _c__0: 'a' },
    ],
  ])('leaves the rest as it is, on the same lines: %s', (query, expected, variables) => {
    const given = 'n' in variables ? { n: 1 } : undefined;
    const taken = takeOut(query, given);
    expect({ query: taken.query, variables: taken.variables }).toEqual({ query: expected, variables });
    expect(validate(schema, parse(taken.query))).toEqual([]);
  });

  it('fills in a default of the chosen operation alone, and not where a value is given', () => {
    const query = `query A($p: String = "a") { records(filter: { phone: $p }) { totalCount } }
      query B($p: String = "b") { records(filter: { phone: $p }) { totalCount } }`;
    expect(takeOut(query, {}, 'B').variables).toEqual({ p: 'b' });
    expect(takeOut(query, { p: null }, 'B').variables).toEqual({ p: null });
    expect(takeOut(query, {}, 'A').query).not.toMatch(/"[ab]"/);
  });

  it.each([
    '{ records(filter: { kinds: ["phone"] }) { totalCount } }',
    'query ($p: String) { records(filter: { phone: $p }) { totalCount } }',
    '{ records(filter: { phone: null }) { totalCount } }',
    '{ records(filter: { phone: 12 }) { totalCount } }',
    '{ records(filter: { phone: "a" }',
    '{ nothing(phone: "a") }',
  ])('leaves alone what has none, or is refused: %s', (query) => {
    expect(takeOut(query)).toMatchObject({ query });
    expect(takeOut(query)).toMatchObject({ query });
  });
});
