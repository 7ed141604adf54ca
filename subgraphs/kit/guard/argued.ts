import { getNamedType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { leadsToRows, rowsOfArguments, type ArguedField } from '../../../policy/arguments.ts';
import { evaluate } from '../../../policy/condition/evaluate.ts';
import type { Call } from './call.ts';
import type { Role } from './role.ts';
import type { Rule } from './rule.ts';
import { NOWHERE } from './seen.ts';

const ON_ITS_ROW: ReadonlySet<Rule['is']> = new Set(['governed', 'container']);
const PLAIN: ReadonlySet<Rule['is']> = new Set(['structural', 'labels', 'entities']);

/**
 * A field that takes arguments beyond the contract, as its subgraph declares what they read. What a search by text reads is
 * looked at hit by hit.
 */
export function arguedField(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  rule: Rule,
  schema: GraphQLSchema,
  role: (type: GraphQLObjectType) => Role,
): ArguedField | undefined {
  if (field.args.length === 0 || PLAIN.has(rule.is) || ('texts' in rule && rule.texts)) return undefined;
  const isRow = (other: GraphQLObjectType) => role(other).is === 'entity' || role(other).is === 'added';
  const isOnRow = ON_ITS_ROW.has(rule.is) && role(type).is !== 'root';
  return {
    coordinate: `${type.name}.${field.name}`,
    args: field.args,
    reachesOthers: !isOnRow || leadsToRows(getNamedType(field.type), schema, isRow),
  };
}

/** Whether a field may be answered with the arguments that it is asked with: all that they read is open on this row. */
export function argumentsOpen({ of, from, args, context }: Call): boolean {
  if (!of.argued) return true;
  const { grant } = context;
  if (!grant) return false;
  const rows = rowsOfArguments(of.argued, args, { grant, originator: of.lock.agency });
  return evaluate(rows, from?.row ?? NOWHERE) === true;
}
