import { getNamedType, isEnumType, isInputObjectType, isObjectType, type GraphQLEnumValue } from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType } from 'graphql';
import type { Coordinate } from '../../schema/contract.ts';
import { alternativesOf, coordinatesOf, requiredBy, undeclaredIn, type Input } from '../../schema/reads.ts';
import { arguedField } from '../projection/argued.ts';
import type { Graph } from '../projection/graph.ts';
import type { Reach } from '../reach.ts';

/** The agencies by whose rows a field with arguments is answered. */
export function answerersOf(type: GraphQLObjectType, field: string, { agencies, answers }: Graph): readonly string[] {
  return agencies.map(({ code }) => code).filter((code) => answers(code, type, field));
}

/** Whether an agency's field is closed to others because an argument does not say what it reads. */
export function isSilent(type: GraphQLObjectType, field: string, graph: Graph): boolean {
  const argued = arguedField(type, field, graph);
  return argued !== undefined && undeclaredIn(argued.args, ['', '']).length > 0;
}

/** Which inputs a viewer can ever use: those that read only what some originator of theirs could disclose by them. */
export class UsableInputs {
  readonly #graph: Graph;
  readonly #reach: Reach;
  /** Originators of the fields that an input type or an enum stands in. */
  readonly #users = new Map<string, Set<string>>();

  constructor(graph: Graph, reach: Reach) {
    this.#graph = graph;
    this.#reach = reach;
    for (const type of Object.values(graph.schema.getTypeMap()).filter(isObjectType)) {
      for (const field of Object.values(type.getFields())) {
        for (const { type: input } of field.args) this.#note(getNamedType(input), this.#originators(type, field.name));
      }
    }
  }

  /** An argument of a field. A search by text has those of its interface, though nothing of its agency answer to them. */
  argument(type: GraphQLObjectType, field: string, name: string): boolean {
    if (this.#graph.role(type.name).is === 'text-search') return true;
    const argument = type.getFields()[field]?.args.find((known) => known.name === name);
    return !argument || this.#input(argument, new Set(this.#originators(type, field)));
  }

  /** A field of an input object. */
  inputField(typename: string, name: string): boolean {
    const type = this.#graph.schema.getType(typename);
    const field = isInputObjectType(type) ? type.getFields()[name] : undefined;
    return !field || this.#input(field, this.#users.get(typename) ?? new Set());
  }

  /** A value of an enum that stands in arguments. */
  enumValue(typename: string, name: string): boolean {
    const type = this.#graph.schema.getType(typename);
    const value = isEnumType(type) ? type.getValue(name) : undefined;
    return !value || this.#element(value, this.#users.get(typename) ?? new Set(), 'shown');
  }

  /** An input of which no field or value is left cannot be given. */
  #input(input: Input, users: ReadonlySet<string>, seen = new Set<string>()): boolean {
    if (!this.#element(input, users, 'found')) return false;
    const type = getNamedType(input.type);
    if (isEnumType(type)) return type.getValues().some((value) => this.#element(value, users, 'shown'));
    if (!isInputObjectType(type) || seen.has(type.name)) return true;
    seen.add(type.name);
    return Object.values(type.getFields()).some((field) => this.#input(field, users, seen));
  }

  #element(element: Input | GraphQLEnumValue, users: ReadonlySet<string>, how: 'found' | 'shown'): boolean {
    if (coordinatesOf(element).length === 0) return true;
    const alternatives = alternativesOf(element);
    return [...users].some((originator) => {
      if (originator === this.#reach.agency) return true;
      const isOpen = (coordinate: Coordinate) => {
        const { finds, shownBy } = this.#reach.of(originator, coordinate);
        return how === 'found' ? finds || shownBy.length > 0 : shownBy.length > 0;
      };
      return requiredBy(element).every(isOpen) && (alternatives.length === 0 || alternatives.some(isOpen));
    });
  }

  #note(type: GraphQLNamedType, originators: readonly string[]): void {
    if (!isInputObjectType(type) && !isEnumType(type)) return;
    const users = this.#users.get(type.name) ?? new Set<string>();
    this.#users.set(type.name, users);
    const more = originators.filter((originator) => !users.has(originator));
    for (const originator of more) users.add(originator);
    if (more.length === 0 || isEnumType(type)) return;
    for (const field of Object.values(type.getFields())) this.#note(getNamedType(field.type), originators);
  }

  /** Those who answer the field; of a hub's field all. */
  #originators(type: GraphQLObjectType, field: string): readonly string[] {
    const answering = answerersOf(type, field, this.#graph);
    return answering.length > 0 ? answering : this.#graph.agencies.map(({ code }) => code);
  }
}
