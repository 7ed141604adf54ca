import type { ViewerScope } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { suggest } from '../suggest.ts';
import { scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** What a clause asks of viewers are things that agencies vouch for. */
export const viewers: Rule = ({ agreement }, around) =>
  scopesOf(agreement).flatMap(({ scope, path }) => terms(scope.viewer ?? {}, [...path, 'viewer'], around));

function terms({ roles, trainings, clearance }: ViewerScope, path: Path, { viewers }: Surroundings): Finding[] {
  return [
    ...unknown('role', roles, viewers.roles, (index) => [...path, 'roles', index]),
    ...unknown('training', trainings, viewers.trainings, (index) => [...path, 'trainings', index]),
    ...unknown('clearance', clearance && [clearance], viewers.clearances, () => [...path, 'clearance']),
  ];
}

function unknown(
  kind: string,
  words: readonly string[] | '' | undefined,
  known: ReadonlyMap<string, unknown>,
  at: (index: number) => Path,
): readonly Finding[] {
  return [...(words || [])].flatMap((word, index) =>
    known.has(word)
      ? []
      : [{ path: at(index), message: `unknown ${kind} \`${word}\``, hint: suggest(word, known.keys()) }],
  );
}
