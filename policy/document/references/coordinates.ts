import type { Contract, Coordinate } from '../../../schema/contract.ts';
import { entityOf } from '../../families.ts';
import type { Path } from '../locate.ts';
import { didYouMean } from '../suggest.ts';
import { scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** A coordinate is a governed field of the contract, or a field of an agency's own. */
export const coordinates: Rule = ({ agreement }, around) =>
  scopesOf(agreement).flatMap(({ scope, path }) =>
    (scope.coordinates ?? []).flatMap((name, index) => knownCoordinate(name, [...path, 'coordinates', index], around)),
  );

/** A mistake where the coordinate does not exist, or is none that an agreement can open or close. */
export function knownCoordinate(
  name: Coordinate,
  path: Path,
  around: Surroundings,
  part: Finding['part'] = 'value',
): readonly Finding[] {
  const { contract, ownFields } = around;
  if (contract.governed.has(name) || ownFields.has(name)) return [];
  const reason = ungoverned(name, contract);
  if (reason) return [{ path, part, message: reason }];
  const hint = shared(name, around) ?? didYouMean(name, [...contract.governed.keys(), ...ownFields]);
  return [{ path, part, message: `unknown coordinate \`${name}\``, hint }];
}

function ungoverned(name: Coordinate, contract: Contract): string | undefined {
  const [type = '', field = ''] = name.split('.');
  const known = contract.types.get(type)?.fields.get(field);
  return known && `\`${name}\` is not governed by itself: it goes with what it is part of`;
}

/** Agencies' own types carry the contract's fields under the contract's names. */
function shared(name: Coordinate, { contract, parties }: Surroundings): string | undefined {
  const [type = '', field = ''] = name.split('.');
  const entity = parties.agencies.map((agency) => entityOf(type, agency)).find((found) => found !== undefined);
  const inContract = entity && `${entity}.${field}`;
  return inContract && contract.governed.has(inContract) ? `did you mean \`${inContract}\`?` : undefined;
}
