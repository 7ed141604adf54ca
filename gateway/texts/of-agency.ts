import type { FoundByText } from '../../policy/found-by-text.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import { TEXT_KINDS, type TextKind } from '../../schema/selectors.ts';
import { TEXT_HITS, TEXT_PAGE, TEXT_SEARCH, textFieldsOf, type TextFamily } from '../../schema/text-search.ts';
import type { FetchAnswer, FetchRequest } from '../execution/run-plan.ts';

/** What an agency is asked for a text: which of its records, or cases, it leads to, and how relevant each is. */
export function textRequest(kind: TextKind, text: string, { code, prefix }: AgencyEntry): FetchRequest {
  const { field, object } = TEXT_HITS[TEXT_KINDS[kind]];
  const typename = prefix + TEXT_SEARCH;
  const hits = `hits: ${field}(text: $text, first: ${TEXT_PAGE.most}) { foundIn rank object: ${object} { id } }`;
  const entities = `_entities(representations: $representations) { ... on ${typename} { ${hits} } }`;
  return {
    query: `query ($representations: [_Any!]!, $text: String!) { ${entities} }`,
    variables: { representations: [{ __typename: typename, id: code }], text },
    changes: false,
  };
}

/** What its answer says. */
export function foundIn(kind: TextKind, { data }: FetchAnswer): readonly FoundByText[] {
  const [search] = listIn(data?.['_entities']);
  return listIn(objectIn(search)['hits']).flatMap((hit) => readHit(TEXT_KINDS[kind], objectIn(hit)));
}

function readHit(family: TextFamily, hit: Values): readonly FoundByText[] {
  const { id } = objectIn(hit['object']);
  const rank = hit['rank'];
  const told = listIn(hit['foundIn']);
  const fields = textFieldsOf(family).flatMap(([field]) => (told.includes(field) ? [field] : []));
  if (typeof id !== 'string') return [];
  return [{ id: id.toLowerCase(), foundIn: fields, rank: typeof rank === 'number' ? rank : 0 }];
}

type Values = Readonly<Record<string, unknown>>;

function objectIn(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
