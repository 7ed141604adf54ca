import { buildSchema, getVariableValues, parse, validate } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { withoutValues } from '../../schema/graphql-mistake.ts';

const SECRET = 'quintanar';
const schema = buildSchema(`
  scalar Day
  enum Kind { REPORT }
  input Filter { phone: String, many: Int, kind: Kind, kinds: [Kind!] }
  type Query { records(filter: Filter, first: Int!): [String], day(of: Day): String }
`);

/** What is said of a document, or of its variables. */
function said(document: string, variables: Record<string, unknown> = {}): readonly string[] {
  try {
    const parsed = parse(document);
    const mistakes = validate(schema, parsed);
    const [operation] = parsed.definitions as readonly OperationDefinitionNode[];
    const { errors = [] } =
      mistakes.length > 0 ? {} : getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
    return [...mistakes, ...errors].map(({ message }) => withoutValues(message));
  } catch (error) {
    return [withoutValues((error as Error).message)];
  }
}

describe('what is said of a mistake', () => {
  it.each([
    ['a text for a number', `{ records(first: "${SECRET}") }`],
    ['a number for a text', '{ records(first: 1, filter: { phone: 12025550199 }) }'],
    ['a value that an enum lacks', `{ records(first: 1, filter: { kind: ${SECRET} }) }`],
    ['a text for an enum', `{ records(first: 1, filter: { kinds: ["${SECRET}"] }) }`],
    ['a default that does not fit', `query ($a: Int = "${SECRET}") { records(first: $a) }`],
    ['a text where none belongs', `{ records("${SECRET}") }`],
    ['a text that does not end', `{ records(first: "${SECRET}`],
    ['a block of text where none belongs', `{ """${SECRET}""" }`],
    ['a word where none belongs', `{ records(first: 1) } ${SECRET}`],
    ['a number where none belongs', '{ 12025550199 }'],
    ['a number that is none', '{ records(first: 12025550199x) }'],
  ])('holds no value: %s', (_what, document) => {
    const told = said(document);
    expect(told.length).toBeGreaterThan(0);
    expect(told.join()).not.toMatch(/quintanar|2025550199/);
  });

  it.each([
    ['$filter', 'query ($filter: Filter) { records(first: 1, filter: $filter) }', { filter: { phone: { x: SECRET } } }],
    ['$filter', 'query ($filter: Filter) { records(first: 1, filter: $filter) }', { filter: { [SECRET]: 1 } }],
    ['$filter', 'query ($filter: Filter) { records(first: 1, filter: $filter) }', { filter: { kind: SECRET } }],
    ['$first', 'query ($first: Int!) { records(first: $first) }', { first: SECRET }],
    ['$first', 'query ($first: Int!) { records(first: $first) }', {}],
  ])('names the variable %s, and not what it holds', (name, document, variables) => {
    expect(said(document, variables)).toEqual([
      `the variable \`${name}\` lacks a value, or has one that does not fit its type`,
    ]);
  });

  it.each([
    ['{ nothing }', 'Cannot query field "nothing" on type "Query".'],
    ['{ records(first: 1, last: 2) }', 'Unknown argument "last" on field "Query.records".'],
    ['{ records }', 'Field "records" argument "first" of type "Int!" is required, but it was not provided.'],
    ['query ($a: Int) { records(first: $a) }', 'Variable "$a" of type "Int" used in position expecting type "Int!".'],
    ['{ records(first: 1) ', 'Syntax Error: Expected Name, found <EOF>.'],
  ])('still tells which name is wrong: %s', (document, message) => {
    expect(said(document)).toContain(message);
  });
});
