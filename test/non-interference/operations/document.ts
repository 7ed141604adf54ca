import type { Random } from '../../../subgraphs/agency/data/random.ts';
import { filterText, wrongFilter, aFilter, type Searched } from './filters.ts';
import { selectionOn, type Writing } from './selection.ts';

/** Where a document has a variable for a search, and of what kind. */
export interface RootUse {
  readonly field: string;
  /** Response key. */
  readonly key: string;
  /** Names of its variables, where it has them. */
  readonly filter?: string;
  readonly first?: string;
  readonly after?: string;
  readonly orderBy?: string;
  readonly id?: string;
}

/** An operation without its variables, to be asked in many worlds. */
export interface Document {
  readonly text: string;
  readonly roots: readonly RootUse[];
}

const SEARCHES: readonly Searched[] = ['records', 'records', 'records', 'cases', 'cases', 'liaisonContacts'];
const LOOKUPS = { record: 'Record', case: 'Case', liaisonContact: 'LiaisonContact' } as const;
const CONNECTED = {
  records: { type: 'Record', object: 'record', filter: 'RecordFilter', order: 'RecordOrder' },
  cases: { type: 'Case', object: 'case', filter: 'CaseFilter', order: 'CaseOrder' },
  liaisonContacts: { type: 'LiaisonContact', object: 'liaisonContact', filter: 'LiaisonContactFilter', order: '' },
} as const;
export const ORDERS: Readonly<Record<string, readonly string[]>> = {
  records: ['RECORDED_ON_DESC', 'OCCURRED_ON_DESC'],
  cases: ['OPENED_ON_DESC', 'CLOSED_ON_DESC'],
  liaisonContacts: [],
};

/** A document of one to three root fields. */
export function aDocument(random: Random): Document {
  const writing: Writing = { random, fragments: [], count: 0 };
  const variables = new Set(['$yes: Boolean = true', '$no: Boolean = false']);
  const roots: RootUse[] = [];
  const count = random.pick([1, 1, 1, 2, 2, 3]);
  const texts = Array.from({ length: count }, (_, index) => {
    const [root, text] = aRoot(index, count === 1 ? 3 : 2, writing, variables);
    roots.push(root);
    return text;
  });
  const body = `{ ${texts.join(' ')} ${random.chance(0.1) ? '__typename' : ''}}`;
  const fragments = writing.fragments.join('\n');
  const used = [...variables].filter((variable) =>
    new RegExp(`\\${variable.split(':')[0]!}\\b`).test(body + fragments),
  );
  return { text: `query${used.length > 0 ? ` (${used.join(', ')})` : ''} ${body}\n${fragments}`.trim(), roots };
}

function aRoot(index: number, depth: number, writing: Writing, variables: Set<string>): readonly [RootUse, string] {
  const { random } = writing;
  const turn = random.next();
  if (turn < 0.72) return aSearch(random.pick(SEARCHES), index, depth, writing, variables);
  return turn < 0.92 ? aLookup(index, depth, writing, variables) : ofTheRegistry(index, random);
}

function aLookup(index: number, depth: number, writing: Writing, variables: Set<string>): readonly [RootUse, string] {
  const field = writing.random.pick(['record', 'record', 'case', 'liaisonContact'] as const);
  const id = `id${index}`;
  variables.add(`$${id}: ID!`);
  const key = `r${index}`;
  return [{ field, key, id }, `${key}: ${field}(id: $${id}) ${selectionOn(LOOKUPS[field], depth, writing)}`];
}

function ofTheRegistry(index: number, random: Random): readonly [RootUse, string] {
  const key = `r${index}`;
  const [field, rest] = random.pick(REGISTRY);
  return [{ field, key }, `${key}: ${field}${rest}`];
}

const CELL = '{ coordinate disclosure treatments found clauses reason }';
const REGISTRY: readonly (readonly [string, string])[] = [
  ['visibility', `(originator: "ICE") ${CELL}`],
  ['visibility', `(originator: "FBI") ${CELL}`],
  ['agreements', ' { id title status clauses { id text } }'],
  ['agreement', '(id: "all") { id title }'],
  ['agencies', ' { code name }'],
  ['agency', '(code: "ICE") { code name desk { phone } }'],
  ['ruleset', ' { digest until }'],
];

/** What the registry tells, all of it: every viewer asks it once, so that none of it is left to chance. */
export const WHOLE_REGISTRY: Document = {
  text: `{ ${REGISTRY.map(([field, rest], index) => `r${index}: ${field}${rest}`).join(' ')} }`,
  roots: REGISTRY.map(([field], index) => ({ field, key: `r${index}` })),
};

const TEXTS = [
  'a: hits(text: "record OR synopsis OR narrative", first: 3) { foundIn record { id title narrative } }',
  'b: hits(text: "record 1") { foundIn } c: hits(text: "narrative -2") { foundIn record { id synopsis } }',
  'd: hits(text: "\\"synopsis 3\\"", first: 1) { record { id } } e: hits(text: "1 OR 2") { foundIn record { id } }',
];

/** Searches by text, in the words of generated worlds: for locks of which one is the agency's, which alone can order them. */
export const TEXT_SEARCHES: readonly Document[] = TEXTS.map((hits) => ({
  text: `{ r0: textSearches { id ${hits} } }`,
  roots: [{ field: 'textSearches', key: 'r0' }],
}));

function aSearch(
  field: Searched,
  index: number,
  depth: number,
  writing: Writing,
  variables: Set<string>,
): readonly [RootUse, string] {
  const { random } = writing;
  const { filter: filterType, order } = CONNECTED[field];
  const key = `r${index}`;
  const args: string[] = [];
  const root: Record<string, string> = {};
  const declare = (name: 'filter' | 'first' | 'after' | 'orderBy', type: string) => {
    root[name] = `${name}${index}`;
    variables.add(`$${name}${index}: ${type}`);
    args.push(`${name}: $${name}${index}`);
  };
  const filtered = random.next();
  if (filtered < 0.55) declare('filter', filterType);
  else if (filtered < 0.8) args.push(`filter: ${filterText(aFilter(field, random))}`);
  else if (filtered < 0.83) args.push(`filter: ${filterText(wrongFilter(field, random))}`);
  const paged = random.next();
  if (paged < 0.6) declare('first', 'Int');
  else if (paged < 0.75) args.push(`first: ${random.pick([0, 1, 2, 100])}`);
  if (random.chance(0.75)) declare('after', 'String');
  if (order && random.chance(0.4)) declare('orderBy', order);
  else if (order && random.chance(0.4)) args.push(`orderBy: ${random.pick(ORDERS[field]!)}`);
  const text = `${key}: ${field}${args.length > 0 ? `(${args.join(', ')})` : ''} ${connection(field, depth, writing)}`;
  return [{ field, key, ...root }, text];
}

function connection(field: Searched, depth: number, writing: Writing): string {
  const { random } = writing;
  const { type, object } = CONNECTED[field];
  const parts = [
    ...(random.chance(0.6) ? ['totalCount'] : []),
    ...(random.chance(0.6) ? ['pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'] : []),
  ];
  if (parts.length > 0 && random.chance(0.06)) return `{ ${parts.join(' ')} }`;
  const node = [
    ...(random.chance(0.7) ? ['disclosure'] : []),
    ...(random.chance(0.5) ? ['originator { code }'] : []),
    ...(field !== 'liaisonContacts' && random.chance(0.35)
      ? [`contact ${selectionOn('LiaisonContact', 0, writing)}`]
      : []),
    `${object} ${selectionOn(type, depth, writing)}`,
    ...(random.chance(0.1) ? [`again: ${object} ${selectionOn(type, 0, writing)}`] : []),
  ];
  return `{ ${[...parts, `edges { ${random.chance(0.5) ? 'cursor ' : ''}node { ${node.join(' ')} } }`].join(' ')} }`;
}
