import type { Path } from '../locate.ts';
import { didYouMean } from '../suggest.ts';
import { scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** Who signs, shares and receives are agencies of the registry, or groups that an agreement founds. */
export const parties: Rule = ({ agreement }, around) => [
  ...known(agreement.parties, ['parties'], around),
  ...scopesOf(agreement).flatMap(({ scope, path }) => [
    ...known(scope.from, [...path, 'from'], around),
    ...known(scope.to, [...path, 'to'], around),
  ]),
];

/** An agency of the registry, and no group, must stand here. */
export function knownAgency(code: string, path: Path, { agencies, groups }: Surroundings): readonly Finding[] {
  if (agencies.has(code)) return [];
  const message = groups.has(code) ? `\`${code}\` is a group, not an agency` : `unknown agency \`${code}\``;
  return [{ path, message, hint: didYouMean(code, agencies) }];
}

function known(codes: readonly string[], path: Path, { agencies, groups }: Surroundings): readonly Finding[] {
  return codes.flatMap((code, index) => {
    if (agencies.has(code) || groups.has(code)) return [];
    const hint = didYouMean(code, [...agencies, ...groups.keys()]);
    return [{ path: [...path, index], message: `unknown party \`${code}\``, hint }];
  });
}
