import { labelsRead, type Condition, type LabelRef } from '../condition/condition.ts';
import { evaluate, type Row } from '../condition/evaluate.ts';

/**
 * The labels for whose sake a condition does not hold on a row, each with its value: `crimeAreas` is `cybercrime`.
 * Those of parts that hold are left out.
 */
export function blame(condition: Condition, row: Row): readonly string[] {
  const labels = new Map(failing(condition, row).map((label) => [`${label.name} ${label.owners.join(' ')}`, label]));
  return [...labels.values()].map((label) => inWords(label, row));
}

function failing(condition: Condition, row: Row): readonly LabelRef[] {
  if (evaluate(condition, row) === true) return [];
  if (condition.is === 'all' || condition.is === 'any') return condition.of.flatMap((part) => failing(part, row));
  return labelsRead(condition);
}

function inWords({ name, owners }: LabelRef, row: Row): string {
  for (let at: Row | undefined = row; at; at = at.enclosing) {
    if (!owners.includes(at.type)) continue;
    const { labels } = at;
    return Object.hasOwn(labels, name) ? `\`${name}\` is ${valueInWords(labels[name])}` : `\`${name}\` is not given`;
  }
  return `nothing around it has \`${name}\``;
}

function valueInWords(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'none';
  return Array.isArray(value) ? `\`${value.join(', ')}\`` : `\`${JSON.stringify(value).replaceAll('"', '')}\``;
}
