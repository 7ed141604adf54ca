import type { Coordinate } from './contract.ts';

/** The fields of records and of cases that are searched by text, as answers name them. */
export const TEXT_COORDINATES = {
  Record: { TITLE: 'Record.title', SYNOPSIS: 'Record.synopsis', NARRATIVE: 'Record.narrative' },
  Case: { TITLE: 'Case.title', SUMMARY: 'Case.summary' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Coordinate>>>>;

/** What is searched by text. */
export type TextFamily = keyof typeof TEXT_COORDINATES;

/** All of them, in one order. */
export const TEXT_FAMILIES = Object.keys(TEXT_COORDINATES) as readonly TextFamily[];

/** A field that is searched by text. */
export type TextField = { readonly [Family in TextFamily]: keyof (typeof TEXT_COORDINATES)[Family] }[TextFamily];

/** The fields of a family, each with its coordinate, in one order. */
export function textFieldsOf(family: TextFamily): readonly (readonly [TextField, Coordinate])[] {
  return Object.entries(TEXT_COORDINATES[family]) as readonly (readonly [TextField, Coordinate])[];
}

/** The interface of searches by text. */
export const TEXT_SEARCH = 'TextSearch';

/** How each family is asked for, and what is found: the field of a search, the interface of a hit, and its field. */
export const TEXT_HITS = {
  Record: { field: 'hits', type: 'TextHit', object: 'record' },
  Case: { field: 'caseHits', type: 'CaseTextHit', object: 'case' },
} as const satisfies Readonly<Record<TextFamily, object>>;

/** How many hits a search answers with, unless it asks for another number; and how many at most. */
export const TEXT_PAGE = { usual: 20, most: 1_000 } as const;

/** The longest text that is searched for, in characters. */
export const LONGEST_TEXT = 200;

/** Whether a text can be searched for: a database holds it, and it is not too long. */
export function isSearchableText(text: string): boolean {
  return text.length <= LONGEST_TEXT && !/[\0\p{Cs}]/u.test(text);
}

/** What an agency that offers a search by text adds to its subgraph's SDL. Its own types begin with its prefix. */
export function textSearchSdl(prefix: string): string {
  return `
"A search of one agency's records and cases by text."
interface ${TEXT_SEARCH} {
  "The agency's code."
  id: ID!
  ${TEXT_FAMILIES.map((family) => hitsOf(family, '')).join('\n  ')}
}

type ${prefix}${TEXT_SEARCH} implements ${TEXT_SEARCH} @key(fields: "id") {
  "The agency's code."
  id: ID!
  ${TEXT_FAMILIES.map((family) => hitsOf(family, prefix)).join('\n  ')}
}
${TEXT_FAMILIES.map((family) => hitTypes(family, prefix)).join('')}
"A field of a record that is searched by text."
enum TextField {
  "Its title."
  TITLE
  "Its synopsis."
  SYNOPSIS
  "Its narrative."
  NARRATIVE
}

"A field of a case that is searched by text."
enum CaseTextField {
  "Its title."
  TITLE
  "Its summary."
  SUMMARY
}
`;
}

/** A field of a hit, of the family. */
const FOUND_IN = { Record: 'TextField', Case: 'CaseTextField' } as const;

function hitTypes(family: TextFamily, prefix: string): string {
  const { type } = TEXT_HITS[family];
  return `
"A ${family.toLowerCase()} that a text leads to."
interface ${type} {
  ${hitFields(family, '')}
}

type ${prefix}${type} implements ${type} {
  ${hitFields(family, prefix)}
}
`;
}

function hitFields(family: TextFamily, prefix: string): string {
  const { object } = TEXT_HITS[family];
  return `"The ${object}."
  ${object}: ${prefix}${family}
  "In which of its fields the text stands, of those that are shown in full."
  foundIn: [${FOUND_IN[family]}!]
  "How relevant it is: a higher number is more. It is made of what stands in these fields, and of nothing else."
  rank: Int`;
}

function hitsOf(family: TextFamily, prefix: string): string {
  const { field, type, object } = TEXT_HITS[family];
  const read = textFieldsOf(family).map(([, coordinate]) => `"${coordinate}"`);
  return `"The ${object}s in which the text stands, the most relevant first: only where it stands in a field that is shown in full."
  ${field}(
    "Words, all of which stand in one field; \\"in quotes\\": beside each other; OR; -without. At most ${LONGEST_TEXT} characters."
    text: String! @readsOneOf(coordinates: [${read.join(', ')}])
    "How many: at most ${TEXT_PAGE.most}."
    first: Int! = ${TEXT_PAGE.usual} @readsNothing
  ): [${prefix}${type}!] ${LISTED}`;
}

/** Whoever weighs operations before they run goes by it. */
const LISTED = '@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)';
