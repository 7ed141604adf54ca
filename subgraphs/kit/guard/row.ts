import type { Contract, ContractField } from '../../../schema/contract.ts';
import { enclosingOf, type Labels, type Row } from '../../../policy/condition/evaluate.ts';

/** An entity's row. Its labels are read when a condition first asks for one; when that fails, none is known. */
export class EntityRow implements Row {
  readonly enclosing: Row | undefined;
  readonly #read: () => Labels;
  #labels: Labels | undefined;

  constructor(
    readonly type: string,
    read: () => Labels,
    around: Row | undefined,
  ) {
    this.#read = read;
    this.enclosing = enclosingOf(type, around);
  }

  get labels(): Labels {
    this.#labels ??= attempt(this.#read);
    return this.#labels;
  }
}

function attempt(read: () => Labels): Labels {
  try {
    return read();
  } catch {
    return {};
  }
}

/**
 * The labels that a representation of another agency's object carries in its `@requires` fields. What is null there
 * may be withheld, so it is not known.
 */
export function labelsCarried(contract: Contract, type: string, source: unknown): Labels {
  if (typeof source !== 'object' || source === null) return {};
  const values = new Map<string, unknown>(Object.entries(source));
  const fields = [...(contract.types.get(type)?.fields.values() ?? [])];
  return Object.assign({}, ...fields.map((field) => labelsIn(contract, field, values.get(field.field)))) as Labels;
}

function labelsIn(contract: Contract, field: ContractField, value: unknown): Labels {
  if (value === undefined || value === null) return {};
  if (field.label !== undefined) return { [field.label]: value };
  const isEntity = contract.types.get(field.valueType)?.fields.has('labels') ?? true;
  return isEntity ? {} : labelsCarried(contract, field.valueType, value);
}
