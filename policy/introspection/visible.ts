import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
} from 'graphql';
import { STRUCTURAL_FIELDS, type Coordinate } from '../../schema/contract.ts';
import { TEXT_FAMILIES, TEXT_HITS, textFieldsOf } from '../../schema/text-search.ts';
import { governedBy } from '../projection/governed.ts';
import type { Graph, Role } from '../projection/graph.ts';
import { isRoot } from '../projection/is-root.ts';
import type { Reach, Reached } from '../reach.ts';
import { answerersOf, isSilent } from './inputs.ts';

const TEXT_TYPES: ReadonlySet<string> = new Set(TEXT_FAMILIES);

/** What one originator's agreements could mean for a field. */
export interface Told extends Reached {
  readonly originator: string;
}

/** Which types and fields of the graph could ever show a viewer anything. */
export class Visible {
  readonly #graph: Graph;
  readonly #reach: Reach;
  readonly #types = new Map<string, boolean>();

  constructor(graph: Graph, reach: Reach) {
    this.#graph = graph;
    this.#reach = reach;
  }

  /** An agency's entity, or search by text, of which nothing could ever be shown is not there. Everything else is. */
  type(typename: string): boolean {
    const known = this.#types.get(typename) ?? this.#discloses(typename);
    this.#types.set(typename, known);
    return known;
  }

  /** A field that could be shown; or that an interface has, which another type could show: a type has all its interfaces' fields. */
  field(typename: string, name: string): boolean {
    const type = this.#graph.schema.getType(typename);
    if (isInterfaceType(type)) return this.#interfaceField(type, name);
    if (!isObjectType(type) || this.#opens(type, name)) return true;
    return type.getInterfaces().some((known) => known.getFields()[name] && this.#interfaceField(known, name));
  }

  /** What of others' agreements speaks of a field, by originator. Undefined: it is not governed. */
  told(typename: string, name: string): readonly Told[] | undefined {
    const type = this.#graph.schema.getType(typename);
    if (isInterfaceType(type)) return this.#toldOfInterface(type, name);
    if (!isObjectType(type)) return undefined;
    const role = this.#graph.role(typename);
    if (role.is === 'container') return this.#toldOfAll(`${typename}.${name}`);
    const governing = this.#governing(type, name);
    if (governing.length === 0 || (leadsOn(role) && !this.#isRoot(type))) return undefined;
    return governing.map(([originator, coordinate]) => ({ originator, ...this.#reach.of(originator, coordinate) }));
  }

  #toldOfInterface(type: GraphQLInterfaceType, name: string): readonly Told[] | undefined {
    const told = this.#implementations(type).flatMap((possible) => this.told(possible.name, name) ?? []);
    return told.length > 0 ? told : undefined;
  }

  #toldOfAll(coordinate: Coordinate): readonly Told[] {
    return this.#others().map((originator) => ({ originator, ...this.#reach.of(originator, coordinate) }));
  }

  #interfaceField(type: GraphQLInterfaceType, name: string): boolean {
    if (STRUCTURAL_FIELDS.has(name) || TEXT_FAMILIES.some((family) => type.name === TEXT_HITS[family].type))
      return true;
    return this.#implementations(type).some((possible) => this.#opens(possible, name));
  }

  #implementations(type: GraphQLInterfaceType): readonly GraphQLObjectType[] {
    return this.#graph.schema.getPossibleTypes(type).filter(({ name }) => this.type(name));
  }

  #discloses(typename: string): boolean {
    const type = this.#graph.schema.getType(typename);
    const role = this.#graph.role(typename);
    if (role.is === 'text-search' || role.is === 'text-hit') return this.#searchesTexts(role.owner);
    if (role.is !== 'entity' || !isObjectType(type) || role.owner === this.#reach.agency) return true;
    // What a search by text finds has a type, though nothing of it be shown.
    if (TEXT_TYPES.has(role.family) && this.#searchesTexts(role.owner)) return true;
    return Object.keys(type.getFields()).some((name) => !STRUCTURAL_FIELDS.has(name) && this.#opens(type, name));
  }

  /** Whether texts of any family lead to anything of theirs: a search has fields for all, and finds nothing by some. */
  #searchesTexts(originator: string): boolean {
    if (originator === this.#reach.agency) return true;
    const coordinates = TEXT_FAMILIES.flatMap((family) => textFieldsOf(family).map(([, coordinate]) => coordinate));
    return coordinates.some((one) => this.#reach.of(originator, one).shownBy.length > 0);
  }

  /** Whether somebody who answers a field could show it. */
  #opens(type: GraphQLObjectType, name: string): boolean {
    const role = this.#graph.role(type.name);
    if (role.is === 'container') return this.#containerOpens(type.name, name);
    if (leadsOn(role) && !this.#isRoot(type)) return true;
    if (role.is === 'entity' && STRUCTURAL_FIELDS.has(name)) return true;
    const answering = answerersOf(type, name, this.#graph);
    if (answering.includes(this.#reach.agency)) return true;
    if (answering.length === 0) return role.is !== 'entity';
    if (isSilent(type, name, this.#graph)) return false;
    const container = this.#containerOf(type, name);
    if (container)
      return answering.some((originator) =>
        [...this.#graph.contract.governed.values()].some(
          (field) => field.type === container && this.#reach.of(originator, field.coordinate).shownBy.length > 0,
        ),
      );
    return this.#governing(type, name).some(
      ([originator, coordinate]) => this.#reach.of(originator, coordinate).shownBy.length > 0,
    );
  }

  #containerOpens(typename: string, name: string): boolean {
    if (this.#graph.agencies.some(({ code }) => code === this.#reach.agency)) return true;
    return this.#toldOfAll(`${typename}.${name}`).some(({ shownBy }) => shownBy.length > 0);
  }

  #containerOf(type: GraphQLObjectType, name: string): string | undefined {
    const value = getNamedType(type.getFields()[name]!.type);
    const leads = isObjectType(value) && this.#graph.role(value.name).is === 'container';
    return leads && this.#governing(type, name).length === 0 ? value.name : undefined;
  }

  /** The others that answer a field, each with the coordinate that governs it there. */
  #governing(type: GraphQLObjectType, name: string): readonly (readonly [string, Coordinate])[] {
    return answerersOf(type, name, this.#graph)
      .filter((originator) => originator !== this.#reach.agency)
      .flatMap((originator) => {
        const coordinate = governedBy(type, name, { graph: this.#graph, originator, carried: false });
        return coordinate === undefined ? [] : [[originator, coordinate] as const];
      });
  }

  #others(): readonly string[] {
    return this.#graph.agencies.map(({ code }) => code).filter((code) => code !== this.#reach.agency);
  }

  #isRoot(type: GraphQLObjectType): boolean {
    return isRoot(type, this.#graph.schema);
  }
}

/** What is neither an agency's object nor a part of one shows nothing by itself. */
function leadsOn({ is }: Role): boolean {
  return is === 'other' || is === 'text-search' || is === 'text-hit';
}
