import { isWithdrawn } from '../policy/lifecycle.ts';
import type { Rulebook } from '../platform/rulebook.ts';
import type { Needed } from './needed.ts';

/**
 * What `GET /health` tells: whether what was agreed counts, whether what every answer needs is there, and what an
 * operator should look after.
 * INVARIANT: anybody may read it, so it tells how many, and never which: who agreed what with whom, and when that
 * changes, is for the parties. The log and `concordat archive` name what is counted here.
 */
export function healthOf(rulebook: Rulebook, needs: Needed) {
  const { standing, reports, archived } = rulebook;
  const { inForce } = rulebook.at(new Date());
  const withdrawn = inForce.filter(isWithdrawn).length;
  const counts = { signed: 0, unsigned: 0, broken: 0 };
  for (const { status } of reports) counts[status] += 1;
  const kept = keptFrom(archived);
  const down = Object.keys(needs).filter((name) => needs[name] === 'down');
  const isWell = standing.is === 'current' && counts.broken === 0 && kept === undefined && down.length === 0;
  const reasons = [...(standing.is === 'current' ? [] : [standing.reason]), ...down.map(whatFor)];
  return {
    status: isWell ? ('ok' as const) : ('degraded' as const),
    agreements: { inForce: inForce.length - withdrawn, withdrawn, ...counts },
    needs,
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
    ...(kept && { archive: kept }),
  };
}

/** What a part is needed for, when it is down. */
function whatFor(name: string): string {
  return `${name} does not answer: ${WITHOUT[name] ?? 'what it answers is missing'}`;
}

const WITHOUT: Readonly<Record<string, string>> = {
  ledger: 'nothing of other agencies is disclosed',
  index: 'nothing is found',
  deconfliction: 'nobody is told of targets and operations that meet',
  registry: 'new agreements and notices do not arrive',
};

const HOW_IT_ENDS =
  'absent ones share nothing, and withhold what they withheld, until they arrive again or all their parties sign what ' +
  'takes their place; outdated ones have no effect until all their parties sign them again; `concordat archive` names them';

/** Agreements that all their parties signed, and that no longer arrive so. Undefined: none, and all is remembered. */
function keptFrom({ absent, outdated, trouble }: Rulebook['archived']) {
  const kept = absent.length + outdated.length > 0;
  if (!kept && trouble === undefined) return undefined;
  return {
    ...(kept && { absent: absent.length, outdated: outdated.length, remedy: HOW_IT_ENDS }),
    ...(trouble !== undefined && { trouble: 'not all that was verified is on disk; the log says why' }),
  };
}
