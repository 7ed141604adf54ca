import type { GraphQLObjectType } from 'graphql';
import {
  contract as shippedContract,
  type Contract,
  type Coordinate,
  type Treatment,
} from '../../../schema/contract.ts';
import { treatmentOn } from '../../../policy/cell.ts';
import { ALWAYS, NEVER, anyOf, type Condition } from '../../../policy/condition/condition.ts';
import { evaluate, type Labels, type Row } from '../../../policy/condition/evaluate.ts';
import type { Grant } from '../../../policy/grant.ts';
import { TEXT_FAMILIES, type TextFamily } from '../../../schema/text-search.ts';
import { fieldsFound, rowsByText, type TextRows } from '../../../policy/text-search.ts';
import { foundOf, objectOf } from './found.ts';
import { roleOf, type Owner, type Role } from './role.ts';
import { EntityRow, labelsCarried } from './row.ts';
import { NOWHERE, Seen } from './seen.ts';

/** What an agency's lock is made with. */
export interface LockOptions {
  readonly agency: Owner;
  /** All labels of a loaded object of one of the agency's own types, by label name. */
  readonly labelsOf: (typename: string, source: object) => Labels;
  /** Is told what failed in a resolver, for the agency's own log. */
  readonly onTrouble?: (error: unknown, coordinate: string) => void;
  readonly contract?: Contract;
}

/** Decides, by the agency's own grant for the caller, which objects appear in an answer and how fields are shown. */
export class Lock {
  readonly contract: Contract;
  readonly #options: LockOptions;
  readonly #roles = new Map<string, Role>();
  readonly #text: Readonly<Record<TextFamily, WeakMap<Grant, TextRows>>> = {
    Record: new WeakMap(),
    Case: new WeakMap(),
  };
  readonly #added = new WeakMap<Grant, Map<string, Condition>>();

  constructor(options: LockOptions) {
    this.#options = options;
    this.contract = options.contract ?? shippedContract;
  }

  role(type: GraphQLObjectType): Role {
    const role = this.#roles.get(type.name) ?? roleOf(type, this.#options.agency, this.contract);
    this.#roles.set(type.name, role);
    return role;
  }

  /** How a coordinate is shown on a row; undefined: it is withheld. Without a grant everything is. */
  treatment(grant: Grant | undefined, coordinate: Coordinate, row: Row | undefined): Treatment | undefined {
    return grant && treatmentOn(grant.cell(this.agency, coordinate), row ?? NOWHERE);
  }

  /** Whether a part of an entity appears. */
  opens(grant: Grant | undefined, container: string, row: Row | undefined): boolean {
    return grant !== undefined && evaluate(grant.visible(this.agency, container), row ?? NOWHERE) === true;
  }

  /** Whether an object of the type can appear at all, whatever its labels are. */
  mayAppear(grant: Grant | undefined, type: GraphQLObjectType): boolean {
    return grant !== undefined && this.#appears(grant, type) !== NEVER;
  }

  /** Whether a text may lead to any record, or case, at all. */
  searchesTexts(grant: Grant | undefined, family: TextFamily): boolean {
    return grant !== undefined && this.#textRows(grant, family).size > 0;
  }

  /** The names, of those asked for, of labels that conditions read. */
  labelNames(grant: Grant | undefined, type: GraphQLObjectType, asked: readonly string[]): readonly string[] {
    const role = this.role(type);
    if (!grant || role.is !== 'entity') return [];
    const needed = grant.labels(this.agency, role.family);
    return asked.filter((name) => needed.includes(name));
  }

  /** An object as it appears inside another one; undefined: it does not appear. */
  enter(
    type: GraphQLObjectType,
    source: unknown,
    from: Seen | undefined,
    treatment: Treatment | undefined,
    grant: Grant | undefined,
  ): Seen | undefined {
    const role = this.role(type);
    if (role.is === 'text-hit') return this.#found(type, role.family, source, grant);
    if (role.is === 'value') return new Seen(type.name, source, from?.row, treatment);
    const row = this.#rowOf(type, role, source, from?.row);
    const appears = grant !== undefined && evaluate(this.#appears(grant, type), row ?? NOWHERE) === true;
    return appears ? new Seen(type.name, source, row, undefined) : undefined;
  }

  trouble(error: unknown, coordinate: string): void {
    this.#options.onTrouble?.(error, coordinate);
  }

  /** Code of the agency whose data it is. */
  get agency(): string {
    return this.#options.agency.code;
  }

  #rowOf(type: GraphQLObjectType, role: Role, source: unknown, around: Row | undefined): Row | undefined {
    if (typeof source !== 'object' || source === null) return around;
    switch (role.is) {
      case 'entity':
        return new EntityRow(role.family, () => this.#options.labelsOf(type.name, source), around);
      case 'added':
        return new EntityRow(role.rowType, () => labelsCarried(this.contract, role.rowType, source), around);
      default:
        return around;
    }
  }

  #appears(grant: Grant, type: GraphQLObjectType): Condition {
    const role = this.role(type);
    switch (role.is) {
      case 'entity':
        return grant.visible(this.agency, role.family);
      case 'container':
        return grant.visible(this.agency, type.name);
      case 'added':
        return this.#shownOfAdded(grant, type);
      case 'text-search':
        return TEXT_FAMILIES.some((family) => this.searchesTexts(grant, family)) ? ALWAYS : NEVER;
      default:
        return NEVER;
    }
  }

  /** A record or case appears as found where the text stands in a field by which that very one answers. */
  #found(type: GraphQLObjectType, family: TextFamily, source: unknown, grant: Grant | undefined): Seen | undefined {
    if (!grant || typeof source !== 'object' || source === null) return undefined;
    const object = objectOf(family, source);
    if (!object) return undefined;
    const typename = this.#options.agency.prefix + family;
    const row = new EntityRow(family, () => this.#options.labelsOf(typename, object), undefined);
    const { foundIn } = source as { readonly foundIn?: unknown };
    const fields = fieldsFound(foundIn, this.#textRows(grant, family), row);
    return fields.length > 0 ? new Seen(type.name, foundOf(family, source, fields), undefined, undefined) : undefined;
  }

  #textRows(grant: Grant, family: TextFamily): TextRows {
    const memo = this.#text[family];
    const known = memo.get(grant) ?? rowsByText(grant, this.agency, family);
    memo.set(grant, known);
    return known;
  }

  /** An object beyond the contract appears where one of the fields that this agency adds to it is shown. */
  #shownOfAdded(grant: Grant, type: GraphQLObjectType): Condition {
    const known = this.#added.get(grant) ?? new Map<string, Condition>();
    this.#added.set(grant, known);
    const own = Object.values(type.getFields()).filter(
      ({ astNode }) => !astNode?.directives?.some(({ name }) => /(^|__)external$/.test(name.value)),
    );
    const shown =
      known.get(type.name) ?? anyOf(own.map((field) => grant.cell(this.agency, `${type.name}.${field.name}`).rows));
    known.set(type.name, shown);
    return shown;
  }
}
