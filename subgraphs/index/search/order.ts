import type { Family } from '../columns.ts';
import type { SearchReads } from './reads.ts';
import type { Order, Search } from './search.ts';
import { isByName } from './sought.ts';

/** The order by how much agrees with what is sought. */
export const RELEVANCE = 'RELEVANCE';

/** How a search is sorted that does not say it. */
const USUAL: Readonly<Record<Family, string | undefined>> = {
  Record: 'RECORDED_ON_DESC',
  Case: 'OPENED_ON_DESC',
  LiaisonContact: undefined,
};

/** How a search is sorted: as it says, else by relevance where a name or a text is sought, else as is usual. */
export function orderIn(
  family: Family,
  given: string | undefined,
  { sought, text }: Pick<Search, 'sought' | 'text'>,
  reads: SearchReads,
): { readonly orderBy: string | undefined; readonly order: Order } {
  const orderBy = given ?? (text || sought.some(isByName) ? RELEVANCE : USUAL[family]);
  if (orderBy === RELEVANCE) return { orderBy, order: { by: text || sought.length > 0 ? 'relevance' : 'id' } };
  const chosen = reads(family, { orderBy }).find(({ isChoice, by }) => isChoice && by === 'orderBy');
  return { orderBy, order: chosen ? { by: 'date', coordinate: chosen.coordinate } : { by: 'id' } };
}
