import type { LabelTest, Where } from '../agreement.ts';
import { sortedTexts, uniqueBy } from './sorted.ts';

type Entry = readonly [name: string, value: Where[string]];

/** A condition, written in the one way in which all its equals are. Undefined: it asks for nothing. */
export function normalWhere(where: Where | undefined): Where | undefined {
  const entries = entriesOf(where ?? {});
  return entries.length > 0 ? written(entries) : undefined;
}

/** What must hold, each part by itself. */
function entriesOf(where: Where): readonly Entry[] {
  return Object.entries(where).flatMap(([name, value]): readonly Entry[] => {
    if (name === 'allOf') return (value as readonly Where[]).flatMap(entriesOf);
    if (name === 'anyOf') return alternatives(value as readonly Where[]);
    if (name === 'not') return negation(value as Where);
    return [[name, normalTest(value as LabelTest)]];
  });
}

/** One alternative is no alternative; one that asks for nothing makes the others idle. */
function alternatives(all: readonly Where[]): readonly Entry[] {
  const parts = uniqueBy(all.flatMap(partsOf), JSON.stringify);
  if (parts.some((part) => Object.keys(part).length === 0)) return [];
  return parts.length === 1 ? entriesOf(parts[0]!) : [['anyOf', parts]];
}

function partsOf(where: Where): readonly Where[] {
  const normal = written(entriesOf(where));
  return isOnly(normal, 'anyOf') ? (normal['anyOf'] as readonly Where[]) : [normal];
}

function negation(where: Where): readonly Entry[] {
  const normal = written(entriesOf(where));
  return isOnly(normal, 'not') ? entriesOf(normal['not'] as Where) : [['not', normal]];
}

function isOnly(where: Where, name: string): boolean {
  const names = Object.keys(where);
  return names.length === 1 && names[0] === name;
}

/** Side by side; what has the name of another part stands in `allOf`. */
function written(entries: readonly Entry[]): Where {
  const sorted = uniqueBy(entries, JSON.stringify);
  const first = new Map(sorted.toReversed());
  const rest = sorted.filter(([name, value]) => first.get(name) !== value);
  const more = rest.map(([name, value]): Where => ({ [name]: value }));
  return { ...(more.length > 0 ? { allOf: more } : {}), ...Object.fromEntries([...first].reverse()) };
}

function normalTest(test: LabelTest): LabelTest {
  if (typeof test !== 'object') return test;
  const { anyOf, allOf, noneOf, from, until } = test;
  return {
    ...(anyOf && { anyOf: sortedTexts(anyOf) }),
    ...(allOf && { allOf: sortedTexts(allOf) }),
    ...(noneOf && { noneOf: sortedTexts(noneOf) }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  };
}
