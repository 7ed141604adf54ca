import type { Path } from '../locate.ts';
import { suggest } from '../suggest.ts';
import { dutiesOf, scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** Who signs, shares and receives are agencies of the registry, or groups that an agreement founds. */
export const parties: Rule = ({ agreement }, around) => [
  ...known(agreement.parties, ['parties'], around),
  ...scopesOf(agreement).flatMap(({ scope, path }) => [
    ...known(scope.from, [...path, 'from'], around),
    ...known(scope.to, [...path, 'to'], around),
  ]),
  ...dutiesOf(agreement).flatMap(({ duty, path }) => [
    ...known(duty.from, [...path, 'from'], around),
    ...known(duty.to, [...path, 'to'], around),
  ]),
];

/** An agency of the registry, and no group, must stand here. */
export function knownAgency(code: string, path: Path, { agencies, groups }: Surroundings): readonly Finding[] {
  if (agencies.has(code)) return [];
  if (groups.has(code)) return [{ path, message: `\`${code}\` is a group, not an agency` }];
  return [{ path, message: `unknown agency \`${code}\``, hint: suggest(code, agencies) }];
}

function known(codes: readonly string[], path: Path, { agencies, groups }: Surroundings): readonly Finding[] {
  return codes.flatMap((code, index) => {
    if (agencies.has(code) || groups.has(code)) return [];
    const hint = suggest(code, [...agencies, ...groups.keys()]);
    return [{ path: [...path, index], message: `unknown party \`${code}\``, hint }];
  });
}
