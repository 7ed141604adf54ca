import type { EntityType } from '../../schema/contract.ts';
import type { TextFamily } from '../../schema/text-search.ts';
import type { BareObject } from '../bare-object.ts';
import type { Cell } from '../cell.ts';
import type { Condition } from '../condition/condition.ts';
import type { TextRows } from '../text-search.ts';
import type { ValuePart } from '../treatment.ts';

/** How an answer is read back: what may stay in an object, by its type. Everything else is dropped. */
export interface ObjectPlan {
  /** The response key of `__typename`; absent where only one type is possible. */
  readonly typenameKey: string | undefined;
  readonly types: ReadonlyMap<string, TypePlan>;
}

/** What may stay in objects of one concrete type. */
export interface TypePlan {
  /** What the object is to the rules. */
  readonly object: ObjectRole;
  /** By response key. */
  readonly fields: ReadonlyMap<string, FieldPlan>;
  /** Makes what is shown of such objects, which have the same keys. Made with the first of them. */
  shown?: () => BareObject;
}

export type ObjectRole =
  /** A row with labels of its own, that appears where `visible` is true. */
  | {
      readonly is: 'entity';
      readonly family: EntityType;
      readonly visible: Condition;
      readonly labelsKey: string | undefined;
    }
  /** A part of the row around it, that appears where `visible` is true. */
  | { readonly is: 'container'; readonly visible: Condition }
  /** A record or case that a text leads to: it appears where the text stands in a field by which that very one answers. */
  | {
      readonly is: 'text-hit';
      readonly family: TextFamily;
      readonly rows: TextRows;
      readonly foundInKey: string;
      /** Where the record or case is told. */
      readonly objectKey: string;
      /** Of that. */
      readonly labelsKey: string;
    }
  /** A value, or an object outside the contract. */
  | { readonly is: 'plain' };

/** What becomes of one field's value. */
export interface FieldPlan {
  readonly key: string;
  /** Absent: structural, a container, or part of a value. */
  readonly cell: Cell | undefined;
  /** Named type of the value. */
  readonly valueType: string;
  /** In which fields a text was found: what the rule of their hit leaves. */
  readonly isFoundIn?: true;
  /** How relevant a hit by text is, by all that led to it. */
  readonly isRank?: true;
  /** What the contract says of it as a part of a value. */
  readonly part: ValuePart | undefined;
  /** Items of the list answer to a position each (`_entities`): one that does not appear leaves a null. */
  readonly positional?: true;
  /** Absent: a scalar or an enum. */
  readonly child: ObjectPlan | undefined;
}

/** One plan for both: for a response key that is selected several times. */
export function mergeFields(into: Map<string, FieldPlan>, plan: FieldPlan): void {
  const known = into.get(plan.key);
  into.set(plan.key, known?.child && plan.child ? { ...known, child: mergeObjects(known.child, plan.child) } : plan);
}

function mergeObjects(a: ObjectPlan, b: ObjectPlan): ObjectPlan {
  const types = new Map(a.types);
  for (const [name, plan] of b.types) {
    const known = types.get(name);
    types.set(name, known ? mergeTypes(known, plan) : plan);
  }
  return { typenameKey: a.typenameKey ?? b.typenameKey, types };
}

function mergeTypes(a: TypePlan, b: TypePlan): TypePlan {
  const fields = new Map(a.fields);
  for (const field of b.fields.values()) mergeFields(fields, field);
  const labelled = a.object.is === 'entity' && a.object.labelsKey ? a.object : b.object;
  return { object: labelled, fields };
}
