import { ENTITY_TYPES, type Contract, type EntityType } from '../../../schema/contract.ts';
import type { LabelTest, Share, Where, Withhold } from '../../agreement.ts';
import { LABEL_OWNERS, canCarry, resolveLabel } from '../../condition/where.ts';
import { entityOf, familiesOf } from '../../families.ts';
import type { Path } from '../locate.ts';
import { didYouMean } from '../suggest.ts';
import { labelField } from './label-field.ts';
import { labelTest } from './label-test.ts';
import { scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** A condition reads labels that exist, that what the clause speaks of can have, and tests them by their type. */
export const conditions: Rule = ({ agreement }, around) =>
  scopesOf(agreement).flatMap(({ scope, path }) =>
    scope.where ? ofWhere(scope.where, [...path, 'where'], spokenOf(scope, around), around) : [],
  );

function ofWhere(where: Where, path: Path, targets: readonly EntityType[], around: Surroundings): readonly Finding[] {
  return Object.entries(where).flatMap(([key, value]) => {
    const at = [...path, key];
    if (key === 'not') return ofWhere(value as Where, at, targets, around);
    if (key !== 'allOf' && key !== 'anyOf') return ofLabel(key, value as LabelTest, at, targets, around);
    return (value as readonly Where[]).flatMap((part, index) => ofWhere(part, [...at, index], targets, around));
  });
}

function ofLabel(
  name: string,
  test: LabelTest,
  path: Path,
  targets: readonly EntityType[],
  around: Surroundings,
): readonly Finding[] {
  const label = resolveLabel(name, around.contract);
  if (!label) {
    const hint = didYouMean(name, labelNames(around.contract));
    return [{ path, part: 'key', message: `unknown label \`${name}\``, hint }];
  }
  if (!targets.some((target) => canCarry(target, label))) {
    return [{ path, part: 'key', message: `nothing that the clause speaks of has the label \`${name}\`` }];
  }
  const field = labelField(name, label, around);
  return field ? labelTest(field, test, path) : [];
}

/** The entities that hold the fields which a scope names; a scope that names none speaks of them all. */
function spokenOf(scope: Share | Withhold, { contract, parties }: Surroundings): readonly EntityType[] {
  if (!scope.categories && !scope.coordinates) return ENTITY_TYPES;
  const byCategory = (scope.categories ?? []).flatMap((category) => contract.categories.get(category) ?? []);
  const families = familiesOf(contract);
  const named = [...byCategory, ...(scope.coordinates ?? [])].map((coordinate) => {
    const type = coordinate.slice(0, coordinate.indexOf('.'));
    return families.get(type) ?? parties.agencies.map((agency) => entityOf(type, agency)).find(Boolean);
  });
  return ENTITY_TYPES.filter((entity) => named.includes(entity));
}

function labelNames(contract: Contract): readonly string[] {
  return Object.entries(LABEL_OWNERS).flatMap(([owner, type]) =>
    [...(contract.types.get(type)?.labels ?? [])].flatMap((label) => [label, `${owner}.${label}`]),
  );
}
