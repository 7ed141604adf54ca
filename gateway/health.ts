import type { Rulebook } from '../platform/rulebook.ts';

/** What `GET /health` tells of the agreements: whether what was agreed counts, and what an operator should look after. */
export function healthOf(rulebook: Rulebook) {
  const { standing, reports, archived } = rulebook;
  const counts = { signed: 0, unsigned: 0, broken: 0 };
  for (const { status } of reports) counts[status] += 1;
  const ruleset = rulebook.at(new Date());
  const kept = keptFrom(archived);
  const isWell = standing.is === 'current' && counts.broken === 0 && kept === undefined;
  return {
    status: isWell ? ('ok' as const) : ('degraded' as const),
    ruleset: ruleset.digest,
    agreements: { inForce: ruleset.inForce.length, ...counts },
    ...(standing.is === 'current' ? {} : { reason: standing.reason }),
    ...(kept && { archive: kept }),
  };
}

const HOW_IT_ENDS =
  'absent ones share nothing, and withhold what they withheld, until they arrive again or all their parties sign what ' +
  'takes their place; outdated ones have no effect until all their parties sign them again; `concordat archive` tells more';

/** Agreements that all their parties signed, and that no longer arrive so. Undefined: none, and all is remembered. */
function keptFrom({ absent, outdated, trouble }: Rulebook['archived']) {
  const kept = [...absent, ...outdated].length > 0;
  if (!kept && trouble === undefined) return undefined;
  return {
    ...(kept && { absent, outdated, remedy: HOW_IT_ENDS }),
    ...(trouble !== undefined && { trouble: 'not all that was verified is on disk; the log says why' }),
  };
}
