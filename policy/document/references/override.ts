import { selfAndWider } from '../../../schema/purposes.ts';
import type { Path } from '../locate.ts';
import { sharesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** The only use for which withholding clauses yield. */
const THREAT = 'threat-to-life';

/** A clause that releases in spite of everything does so against a threat to life alone, and shows what it names. */
export const override: Rule = ({ agreement }, around) =>
  sharesOf(agreement).flatMap(({ scope, path }) => {
    if (!scope.override) return [];
    return [...againstThreats(scope.for?.uses, path, around), ...inFull(scope.disclosure, path)];
  });

function againstThreats(uses: readonly string[] | undefined, path: Path, { purposes }: Surroundings): Finding[] {
  if (!uses) {
    const message = `\`override\` is for the use \`${THREAT}\` alone`;
    return [{ path: [...path, 'override'], part: 'key', message, hint: `add \`for: { uses: [${THREAT}] }\`` }];
  }
  return uses.flatMap((use, index) =>
    !purposes.uses.has(use) || selfAndWider(purposes.uses, use).includes(THREAT)
      ? []
      : [{ path: [...path, 'for', 'uses', index], message: `\`${use}\` is no threat to life, and cannot override` }],
  );
}

function inFull(disclosure: string | undefined, path: Path): readonly Finding[] {
  if ((disclosure ?? 'FULL') === 'FULL') return [];
  return [
    { path: [...path, 'disclosure'], message: `a clause that overrides discloses \`FULL\`, not \`${disclosure}\`` },
  ];
}
