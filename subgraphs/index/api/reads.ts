import { isEnumType, type GraphQLSchema } from 'graphql';
import { Directive } from 'type-graphql';
import type { Coordinate } from '../../../schema/contract.ts';
import type { BlindedKind } from '../../../schema/selectors.ts';
import { describedEnum } from '../../kit/described.ts';

/** Declares that an input reads a governed field, and so by whose rule it is covered. */
export function Reads(coordinate: Coordinate): PropertyDecorator & ParameterDecorator & MethodDecorator {
  return Directive(`@reads(coordinate: "${coordinate}")`);
}

/** Declares that an input reads whichever of these fields a row may be found by. */
export function ReadsOneOf(coordinates: readonly Coordinate[]): PropertyDecorator {
  return Directive(`@readsOneOf(coordinates: ${JSON.stringify(coordinates)})`);
}

/** Declares that an input is a selector, which comes to the index blinded, or a text, which comes as what it led to. */
export function Blinded(as: BlindedKind): PropertyDecorator {
  return Directive(`@blinded(as: "${as}")`);
}

/** Declares that an input reads no governed field. */
export const ReadsNothing: PropertyDecorator & ParameterDecorator & MethodDecorator = Directive('@readsNothing');

/** One order of a search. */
interface Order {
  readonly description: string;
  /** Left out: no governed field. */
  readonly reads?: Coordinate;
}

/** The orders of a search, each with what it reads. */
export function orderEnum(
  name: string,
  description: string,
  orders: Readonly<Record<string, Order>>,
): Readonly<Record<string, string>> {
  ORDERS.set(name, orders);
  const texts = Object.entries(orders).map(([value, order]) => [value, order.description]);
  return describedEnum(name, description, Object.fromEntries(texts) as Record<string, string>);
}

const ORDERS = new Map<string, Readonly<Record<string, Order>>>();

/** type-graphql puts no directives on the values of enums: they are put where its SDL is printed from. */
export function declareOrders(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, orders] of ORDERS) {
    const type = schema.getType(name);
    for (const value of isEnumType(type) ? type.getValues() : []) {
      const coordinate = orders[value.name]?.reads;
      value.extensions = { directives: coordinate ? { reads: { coordinate } } : { readsNothing: {} } };
    }
  }
  return schema;
}
