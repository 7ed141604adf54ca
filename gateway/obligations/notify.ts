import type { Grant } from '../../policy/grant.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Coordinate } from '../../schema/contract.ts';
import { toldOf, type Notification, type NotificationKind } from '../../platform/notifications/notification.ts';
import type { Answering } from '../answering.ts';
import type { Disclosing } from './disclosing.ts';

/**
 * What originators are told of an answer: of clauses that oblige to, and of those that release for a threat to life.
 * INVARIANT: told by the operation and the grant. Whether there were rows must not show in what the gateway does.
 */
export function notificationsOf(
  disclosing: readonly Disclosing[],
  { at, viewer, purpose, ruleset, grant }: Answering,
): readonly Notification[] {
  if (!purpose) return [];
  const base = {
    at,
    recipient: viewer.agency,
    viewer: viewer.sub,
    purpose: toldOf(purpose),
    ruleset: ruleset.digest,
  };
  return disclosing.flatMap(({ originator, clauses }) =>
    [...kindsOf([...clauses.keys()], grant)].map(([kind, ids]) => ({
      ...base,
      originator,
      kind,
      clauses: ids,
      coordinates: coordinatesUnder(ids, clauses),
    })),
  );
}

/** A clause that does both is told of once: as the threat to life that it is for. */
function kindsOf(clauses: readonly ClauseId[], grant: Grant): ReadonlyMap<NotificationKind, readonly ClauseId[]> {
  const obliging = new Set(
    grant.obligations(clauses).flatMap(({ clause, obligations }) => (obligations.notifyOriginator ? [clause] : [])),
  );
  const overriding = clauses.filter((clause) => grant.isOverride(clause));
  const disclosing = clauses.filter((clause) => obliging.has(clause) && !overriding.includes(clause));
  const kinds: readonly (readonly [NotificationKind, readonly ClauseId[]])[] = [
    ['override', overriding],
    ['disclosure', disclosing],
  ];
  return new Map(kinds.filter(([, ids]) => ids.length > 0));
}

function coordinatesUnder(ids: readonly ClauseId[], clauses: Disclosing['clauses']): readonly Coordinate[] {
  return [...new Set(ids.flatMap((id) => clauses.get(id) ?? []))];
}
