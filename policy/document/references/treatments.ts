import type { Contract, ContractField, Coordinate, Treatment } from '../../../schema/contract.ts';
import type { Share } from '../../agreement.ts';
import { knownCoordinate } from './coordinates.ts';
import { scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** A treatment is for a field that the clause shows, and of which something is left when it is treated. */
export const treatments: Rule = ({ agreement }, around) =>
  scopesOf(agreement).flatMap((at): readonly Finding[] => {
    if (at.effect !== 'share' || !at.scope.treatments) return [];
    const path = [...at.path, 'treatments'];
    const disclosure = at.scope.disclosure ?? 'FULL';
    if (disclosure !== 'FULL') {
      return [{ path, part: 'key', message: `a clause that discloses \`${disclosure}\` shows no value to treat` }];
    }
    return Object.entries(at.scope.treatments).flatMap(([name, treatment]) =>
      ofOne(name, treatment, at.scope, [...path, name], around),
    );
  });

function ofOne(
  name: Coordinate,
  treatment: Treatment,
  share: Share,
  path: Finding['path'],
  around: Surroundings,
): readonly Finding[] {
  const unknown = knownCoordinate(name, path, around, 'key');
  if (unknown.length > 0) return unknown;
  const field = around.contract.governed.get(name);
  if (!shows(share, name, field)) return [{ path, part: 'key', message: `the clause does not share \`${name}\`` }];
  if (!field || applies(treatment, field, around.contract)) return [];
  return [{ path, message: `\`${name}\` cannot be ${treatment}: ${LEFT[treatment]}` }];
}

const LEFT: Readonly<Record<Treatment, string>> = {
  full: '',
  generalised: 'only dates, and values of which a part is marked `@generalised`, can',
  masked: 'only text, and values of which a part is marked `@masked`, can',
};

function shows(share: Share, name: Coordinate, field: ContractField | undefined): boolean {
  return Boolean(share.coordinates?.includes(name) || (field?.category && share.categories?.includes(field.category)));
}

function applies(treatment: Treatment, field: ContractField, contract: Contract): boolean {
  const parts = [...(contract.types.get(field.valueType)?.fields.values() ?? [])];
  switch (treatment) {
    case 'full':
      return true;
    case 'generalised':
      return field.valueType === 'PartialDate' || parts.some((part) => part.generalised);
    case 'masked':
      return field.valueType === 'String' || parts.some((part) => part.masked);
  }
}
