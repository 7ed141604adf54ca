import type { Coordinate } from './contract.ts';

/** The fields of a record that are searched by text, as answers name them. */
export const TEXT_COORDINATES = {
  TITLE: 'Record.title',
  SYNOPSIS: 'Record.synopsis',
  NARRATIVE: 'Record.narrative',
} as const satisfies Readonly<Record<string, Coordinate>>;

/** A field that is searched by text. */
export type TextField = keyof typeof TEXT_COORDINATES;

/** All of them, in one order. */
export const TEXT_FIELDS = Object.keys(TEXT_COORDINATES) as readonly TextField[];

/** The interfaces of a search by text: what an agency is asked, and what it finds. */
export const TEXT_SEARCH = 'TextSearch';
export const TEXT_HIT = 'TextHit';

/** How many records a search answers with, unless it asks for another number; and how many at most. */
export const TEXT_PAGE = { usual: 20, most: 100 } as const;

/** The longest text that is searched for, in characters. */
export const LONGEST_TEXT = 200;

/** What an agency that offers a search by text adds to its subgraph's SDL. Its own types begin with its prefix. */
export function textSearchSdl(prefix: string): string {
  return `
"A search of one agency's records by text."
interface ${TEXT_SEARCH} {
  "The agency's code."
  id: ID!
  ${HITS}: [${TEXT_HIT}!] ${LISTED}
}

type ${prefix}${TEXT_SEARCH} implements ${TEXT_SEARCH} @key(fields: "id") {
  "The agency's code."
  id: ID!
  ${HITS}: [${prefix}${TEXT_HIT}!] ${LISTED}
}

"A record that a text leads to."
interface ${TEXT_HIT} {
  "The record."
  record: Record
  "In which of its fields the text stands, of those that are shown in full."
  foundIn: [TextField!]
}

type ${prefix}${TEXT_HIT} implements ${TEXT_HIT} {
  "The record."
  record: ${prefix}Record
  "In which of its fields the text stands, of those that are shown in full."
  foundIn: [TextField!]
}

"A field of a record that is searched by text."
enum TextField {
  "Its title."
  TITLE
  "Its synopsis."
  SYNOPSIS
  "Its narrative."
  NARRATIVE
}
`;
}

const READ = TEXT_FIELDS.map((field) => `"${TEXT_COORDINATES[field]}"`).join(', ');

const HITS = `"The records in which the text stands, the most relevant first: only where it stands in a field that is shown in full."
  hits(
    "Words, all of which stand in one field; \\"in quotes\\": beside each other; OR; -without. At most ${LONGEST_TEXT} characters."
    text: String! @readsOneOf(coordinates: [${READ}])
    "How many: at most ${TEXT_PAGE.most}."
    first: Int! = ${TEXT_PAGE.usual} @readsNothing
  )`;

/** Whoever weighs operations before they run goes by it. */
const LISTED = '@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)';
