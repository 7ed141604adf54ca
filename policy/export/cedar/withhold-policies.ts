import type { Withhold } from '../../agreement.ts';
import { any, type Expression } from './expression.ts';
import type { Exported } from './exported.ts';
import type { Members } from './members.ts';
import type { Policy } from './policy.ts';
import { purposeCovered } from './purpose.ts';
import { alike, between, withholdingPairs, type Pair } from './reach.ts';
import { objectsOf } from './rows.ts';
import { fieldsNamed } from './share-policies.ts';
import type { StandingClause } from './standing.ts';
import { viewerFulfils } from './viewer.ts';
import { whereHolds } from './where.ts';

/** The policies of a clause that withholds: it closes what is not known to be outside it. */
export function withholdPolicies(
  standing: StandingClause,
  members: Members,
  exported: Exported,
  except: Expression,
): readonly Policy[] {
  const withhold = standing.clause.withhold!;
  const pairs = withholdingPairs(standing, withhold, members);
  return alike(pairs, (pair) => rowsFor(pair, standing, exported)).map(({ of, rows }) => ({
    id: `${standing.agreement.id}#${standing.clause.id}`,
    text: standing.clause.text,
    effect: 'forbid',
    when: [
      between(of),
      fieldsClosed(withhold),
      ...(withhold.for ? [purposeCovered(withhold.for)] : []),
      viewerFulfils(withhold.viewer, exported.viewers),
      objectsOf(withhold, exported.labels).notFalse,
      rows,
    ],
    unless: except,
  }));
}

/** Without categories and coordinates, the whole object. Contacts stand on their own. */
function fieldsClosed(withhold: Withhold): Expression {
  return withhold.categories || withhold.coordinates ? fieldsNamed(withhold) : 'resource.family != "LiaisonContact"';
}

function rowsFor(pair: Pair, { agreement, clause }: StandingClause, exported: Exported): Expression {
  const where = clause.withhold?.where;
  return any(pair.recipientWays.map((way) => whereHolds(where, exported.between(pair, way, agreement)).notFalse));
}
