import { foundAnyhow } from '../../../policy/cell.ts';
import { NEVER } from '../../../policy/condition/condition.ts';
import { toldOf, type Notification } from '../../../platform/notifications/notification.ts';
import { INSERT_NOTIFICATIONS, notificationRow } from '../../../platform/notifications/store.ts';
import type { Coordinate } from '../../../schema/contract.ts';
import type { IndexRequest } from '../request.ts';
import { raw, sql } from '../../kit/sql/fragments.ts';
import { coordinatesRead, type Search } from './search.ts';
import { heldSilently, type SilentSearch } from './silent-sql.ts';

/**
 * Tells originators that somebody searched by what a SILENT clause of theirs names, and would have found something.
 * INVARIANT: the searcher learns nothing. Whether there was something is decided, and told, by one statement that runs
 * for every search under a grant with such a clause; nothing of it is in the answer.
 * @param asked `each`: everything that is sought is a search by itself
 */
export async function tellOfSilentHits(
  asked: Omit<SilentSearch, 'originators' | 'grant'>,
  codes: readonly string[],
  request: IndexRequest,
): Promise<void> {
  const { grant } = request;
  const { family } = asked.search;
  const coordinates = coordinatesRead({ ...asked.search, text: undefined, order: { by: 'id' } });
  const originators = codes.filter((code) => grant.levels(code, family).SILENT !== NEVER);
  if (coordinates.length === 0 || originators.length === 0) return;
  const rows = originators.flatMap((originator) => notificationFor(originator, asked.search, coordinates, request));
  const { before, after } = INSERT_NOTIFICATIONS;
  await request.database.$executeRaw(sql`
    ${raw(before)} ${JSON.stringify(rows.map(notificationRow))}::jsonb ${raw(after)}
    WHERE ${heldSilently({ ...asked, originators, grant })}`);
}

function notificationFor(
  originator: string,
  { family }: Search,
  coordinates: readonly Coordinate[],
  request: IndexRequest,
): readonly Notification[] {
  const { caller, grant, now } = request;
  const { viewer, purpose } = caller;
  const open = coordinates.filter((coordinate) => mayLead(originator, coordinate, request));
  const clauses = grant.silentClauses(originator, family, open);
  if (!purpose || clauses.length === 0) return [];
  return [
    {
      at: now,
      originator,
      kind: 'silent-hit',
      recipient: viewer.agency,
      viewer: viewer.sub,
      purpose: toldOf(purpose),
      clauses,
      coordinates: open,
      ruleset: grant.ruleset,
    },
  ];
}

/** A selector may stand in several fields, of which clauses name some. */
function mayLead(originator: string, coordinate: Coordinate, { grant }: { readonly grant: IndexRequest['grant'] }) {
  const cell = grant.cell(originator, coordinate);
  return cell.silent !== NEVER || foundAnyhow(cell) !== NEVER;
}
