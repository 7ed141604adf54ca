import type { EntityType } from '../../../schema/contract.ts';
import type { LabelTest, Where } from '../../agreement.ts';
import { canCarry, resolveLabel } from '../../condition/where.ts';
import { familiesIn, familyOf, spokenOf } from './spoken.ts';
import { scopesOf, type Finding, type Rule, type ScopeAt, type Surroundings } from './rule.ts';

/** What a clause names, it opens (or closes) on some row: otherwise its author meant another condition. */
export const effects: Rule = ({ agreement }, around) =>
  scopesOf(agreement).flatMap((at) => [...named(at, around), ...persons(at, around)]);

function named(at: ScopeAt, around: Surroundings): readonly Finding[] {
  const { scope, path } = at;
  const names = [
    ...(scope.categories ?? []).map((name, index) => ({
      name,
      families: familiesIn(name, around),
      path: [...path, 'categories', index],
    })),
    ...(scope.coordinates ?? []).map((name, index) => ({
      name,
      families: [familyOf(name, around)].filter((family) => family !== undefined),
      path: [...path, 'coordinates', index],
    })),
  ];
  return names.flatMap(({ name, families, path }) => {
    const reasons = families.map((family) => whyNot(at, family, around));
    const [reason] = reasons;
    if (reason === undefined || reasons.includes(undefined)) return [];
    const effect = at.effect === 'share' ? 'opened' : 'closed';
    return [{ path, message: `\`${name}\` is not ${effect} by this clause: ${reason}` }];
  });
}

/** Why a clause speaks of no object of a family. Undefined: it may speak of some. */
function whyNot({ scope }: ScopeAt, family: EntityType, around: Surroundings): string | undefined {
  if (family === 'Case' && scope.records && !scope.cases) return 'it speaks of records only (`cases` is not `true`)';
  if (family === 'Record' && scope.cases && !scope.records) return 'it speaks of cases only (`records` names no kind)';
  const spoken = spokenOf(scope, around);
  const strange = (name: string) => {
    const label = resolveLabel(name, around.contract);
    return label !== undefined && !canCarry(family, label) && spoken.some((other) => canCarry(other, label));
  };
  if (!scope.where || constant(scope.where, strange) !== false) return undefined;
  const label = labelsIn(scope.where).find(strange);
  return `the label \`${label}\` is never known of a ${family}`;
}

/** Whether a condition holds when tests of strange labels fail. Undefined: it depends on the others. */
function constant(where: Where, strange: (name: string) => boolean): boolean | undefined {
  const parts = Object.entries(where).map(([key, value]) => {
    if (key === 'not') return negate(constant(value as Where, strange));
    if (key === 'allOf') return all((value as readonly Where[]).map((part) => constant(part, strange)));
    if (key === 'anyOf') return negate(all((value as readonly Where[]).map((part) => negate(constant(part, strange)))));
    return strange(key) ? false : undefined;
  });
  return all(parts);
}

function all(parts: readonly (boolean | undefined)[]): boolean | undefined {
  if (parts.includes(false)) return false;
  return parts.includes(undefined) ? undefined : true;
}

function negate(part: boolean | undefined): boolean | undefined {
  return part === undefined ? undefined : !part;
}

function labelsIn(where: Where): readonly string[] {
  return Object.entries(where).flatMap(([key, value]: [string, LabelTest | Where | readonly Where[]]) => {
    if (key === 'not') return labelsIn(value as Where);
    return key === 'allOf' || key === 'anyOf' ? (value as readonly Where[]).flatMap(labelsIn) : [key];
  });
}

/** Roles of persons narrow the fields of persons, and no others. */
function persons({ scope, path }: ScopeAt, around: Surroundings): readonly Finding[] {
  if (!scope.dataSubjects || spokenOf(scope, around).includes('Person')) return [];
  const message = '`dataSubjects` is about persons, and the clause names no field of a person';
  return [{ path: [...path, 'dataSubjects'], part: 'key', message }];
}
