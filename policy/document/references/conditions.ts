import type { Contract, EntityType } from '../../../schema/contract.ts';
import type { LabelTest, Where } from '../../agreement.ts';
import { LABEL_OWNERS, canCarry, isNationalOf, resolveLabel } from '../../condition/where.ts';
import type { Path } from '../locate.ts';
import { didYouMean } from '../suggest.ts';
import { labelField } from './label-field.ts';
import { labelTest } from './label-test.ts';
import { nationality } from './nationality.ts';
import { scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';
import { spokenOf } from './spoken.ts';

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
  if (isNationalOf(name)) return nationality(name, test, path);
  const field = labelField(name, label, around);
  return field ? labelTest(field, test, path) : [];
}

function labelNames(contract: Contract): readonly string[] {
  const names = Object.entries(LABEL_OWNERS).flatMap(([owner, type]) =>
    [...(contract.types.get(type)?.labels ?? [])].flatMap((label) => [label, `${owner}.${label}`]),
  );
  return [...names, 'nationalOf', 'person.nationalOf'];
}
