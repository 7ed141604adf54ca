import { Kind, type FieldNode, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import type { Fragments } from '../../policy/projection/document.ts';

/** How large an operation is, its fragments spread out. What is under `__schema` and `__type` is no field and no level. */
export interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly rootFields: number;
  /** How often a field is asked once more, under another key: each time multiplies what subgraphs are asked. */
  readonly aliases: number;
  readonly directives: number;
  readonly spreads: number;
}

/** The keys under which the fields of one level are asked, by the field's name. */
type Keys = ReadonlyMap<string, ReadonlySet<string>>;

/** A part of a level: its own keys are still open, since other parts of the level may ask the same fields. */
interface Part extends Omit<Size, 'rootFields' | 'aliases'> {
  /** Of the levels below. */
  readonly aliases: number;
  readonly keys: Keys;
  /** Fields of this level itself. */
  readonly level: number;
}

const NOTHING: Part = { depth: 0, fields: 0, level: 0, aliases: 0, directives: 0, spreads: 0, keys: new Map() };

/**
 * Measures an operation.
 *
 * INVARIANT: each fragment is measured once, however often it is spread, so that the work is bounded by the document.
 */
export function sizeOf(operation: OperationDefinitionNode, fragments: Fragments): Size {
  const measure = new Measure(fragments);
  const { keys, level, aliases, directives, ...rest } = measure.part(operation.selectionSet.selections);
  const own = [operation, ...(operation.variableDefinitions ?? [])].flatMap((node) => node.directives ?? []);
  return {
    ...rest,
    rootFields: level,
    aliases: aliases + repeated(keys),
    directives: directives + own.length,
  };
}

class Measure {
  readonly #fragments: Fragments;
  readonly #spread = new Map<string, Part>();

  constructor(fragments: Fragments) {
    this.#fragments = fragments;
  }

  part(selections: readonly SelectionNode[]): Part {
    const parts = selections.map((node) => this.#of(node));
    return { ...parts.reduce(add, NOTHING), keys: union(parts) };
  }

  #of(node: SelectionNode): Part {
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FIELD) return withDirectives(this.#field(node), directives);
    if (node.kind === Kind.INLINE_FRAGMENT)
      return withDirectives(this.part(this.#fragments.open(node).inner), directives);
    const known = this.#spread.get(node.name.value) ?? this.part(this.#fragments.open(node).inner);
    this.#spread.set(node.name.value, known);
    return withDirectives({ ...known, spreads: known.spreads + 1 }, directives);
  }

  #field(node: FieldNode): Part {
    const name = node.name.value;
    const inner = this.part(node.selectionSet?.selections ?? []);
    const counted = name.startsWith('__') ? 0 : 1;
    return {
      ...inner,
      level: 1,
      fields: counted * (1 + inner.fields),
      depth: counted * (1 + inner.depth),
      aliases: inner.aliases + repeated(inner.keys),
      keys: new Map([[name, new Set([node.alias?.value ?? name])]]),
    };
  }
}

function withDirectives(part: Part, directives: number): Part {
  return directives === 0 ? part : { ...part, directives: part.directives + directives };
}

/** All but the keys. */
function add(one: Part, other: Part): Part {
  return {
    depth: Math.max(one.depth, other.depth),
    fields: one.fields + other.fields,
    level: one.level + other.level,
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    spreads: one.spreads + other.spreads,
    keys: NOTHING.keys,
  };
}

function union(parts: readonly Part[]): Keys {
  const all = new Map<string, Set<string>>();
  for (const [name, keys] of parts.flatMap((part) => [...part.keys])) {
    const known = all.get(name) ?? new Set();
    for (const key of keys) known.add(key);
    all.set(name, known);
  }
  return all;
}

function repeated(keys: Keys): number {
  return [...keys.values()].reduce((sum, { size }) => sum + size - 1, 0);
}
