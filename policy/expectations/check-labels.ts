import type { EntityType } from '../../schema/contract.ts';
import type { Path } from '../document/locate.ts';
import { labelField, type LabelField } from '../document/references/label-field.ts';
import { labelTest } from '../document/references/label-test.ts';
import type { Finding } from '../document/references/rule.ts';
import { didYouMean } from '../document/suggest.ts';
import type { GivenLabel, GivenObject } from './expectations.ts';
import type { TestWorld } from './surroundings.ts';

/** The labels of an object are such as objects of its type have, with values that they can have. */
export function checkLabels(object: GivenObject, type: EntityType, path: Path, world: TestWorld): readonly Finding[] {
  const known = world.contract.types.get(type)?.labels ?? new Set<string>();
  const labels = Object.entries(object).filter(([name]) => name !== 'type' && name !== 'within');
  return labels.flatMap(([name, value]): readonly Finding[] => {
    const at = [...path, name];
    if (!known.has(name)) {
      const hint = didYouMean(name, known);
      return [{ path: at, part: 'key', message: `a ${type} has no label \`${name}\``, hint }];
    }
    const nobody = { documents: [], agreements: new Map(), groups: new Map(), members: new Map() };
    const field = labelField(name, { name, owners: [type] }, { ...world, ...nobody });
    return field && value !== undefined ? checkValue(field, value, at) : [];
  });
}

function checkValue(field: LabelField, value: GivenLabel, path: Path): readonly Finding[] {
  if (value === null) return [];
  const isList = typeof value === 'object';
  if (field.isList && !isList) {
    return [{ path, message: `\`${field.name}\` is a list`, hint: `write \`[${String(value)}]\`` }];
  }
  if (!field.isList && isList) return [{ path, message: `\`${field.name}\` has one value, not a list` }];
  // What a test of the label may ask for, the label may be; a bound is no value.
  return labelTest(field, isList ? { anyOf: value } : value, path).map(withoutSet);
}

/** A value stands in the list itself, not in an `anyOf`. */
function withoutSet(finding: Finding): Finding {
  return { ...finding, path: finding.path.filter((step) => step !== 'anyOf') };
}
