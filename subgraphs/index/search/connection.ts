import type { Family } from '../columns.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { IndexRequest } from '../request.ts';
import { audiencesOf } from './audience.ts';
import { viewerAndPurpose } from './bound.ts';
import type { Hit } from './hit.ts';
import { orderIn } from './order.ts';
import { countHits, findHits } from './page.ts';
import { coordinatesRead, type Search } from './search.ts';
import { tellOfSilentHits } from './silent-hits.ts';
import { soughtIn, type FilterValues } from './sought.ts';
import { givenOf, originatorsAmong, termsOf } from './term.ts';
import { TEXT_FIELD, textSoughtIn } from './text-sought.ts';

/** What a search is asked for. */
export interface SearchArguments {
  readonly filter: FilterValues;
  /** How many hits at most. */
  readonly first: number;
  readonly after: string | undefined;
  /** Undefined: as suits what is sought. */
  readonly orderBy: string | undefined;
}

/** One page of hits, each with its cursor. */
export interface Page {
  readonly hits: readonly { readonly hit: Hit; readonly cursor: string }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** How many hits there are on all pages, so far as they are counted; counted when called. */
  readonly count: () => Promise<number>;
}

const MOST_HITS = 100;

/**
 * Searches the pointers of a family.
 * @throws DeclaredError `BAD_PAGE`, `BAD_FILTER` or `BAD_CURSOR`
 */
export async function searchPage(family: Family, asked: SearchArguments, request: IndexRequest): Promise<Page> {
  const { database, cursors, grant, agencies } = request;
  const { filter, first, after } = asked;
  if (first < 0 || first > MOST_HITS) refuse(INDEX_ERRORS.BAD_PAGE, `\`first\` is not from 0 to ${MOST_HITS}`);
  const [sought, text] = [soughtIn(filter), textSoughtIn(family, filter)];
  const { orderBy, order } = orderIn(family, asked.orderBy, { sought, text }, request.reads);
  const terms = termsOf(family, filter, request.reads(family, { filter }));
  const search: Search = { family, terms, sought, text, order };
  const bound = boundTo(family, { ...asked, orderBy }, request);
  const position = after === undefined ? undefined : cursors.open(after, bound);
  const codes = originatorsAmong(agencies, filter);
  await tellOfSilentHits({ search, sought: 'all' }, codes, request);
  const audiences = audiencesOf(grant, codes, family, coordinatesRead(search));
  const found = await findHits(database, search, audiences, { after: position, most: first + 1 });
  return {
    hits: found.slice(0, first).map((hit) => ({ hit, cursor: cursors.seal(hit, bound) })),
    hasNextPage: found.length > first,
    hasPreviousPage: position !== undefined,
    count: () => countHits(database, search, audiences),
  };
}

/**
 * What a cursor is good for: this viewer with what is vouched for them, this purpose, this query. Of a text it is known here
 * that there is one, and what it leads to at the moment, which may be something else when the next page is asked for.
 */
function boundTo(family: Family, { filter, orderBy }: SearchArguments, request: IndexRequest): string {
  const given = givenOf(filter).map(([name, value]) => [name, name === TEXT_FIELD ? true : value]);
  return JSON.stringify([...viewerAndPurpose(request), family, given, orderBy]);
}
