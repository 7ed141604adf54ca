import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
  validate,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Operation } from './world.ts';

/** Numbers from 0 to below 1, the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What operations are made by. */
export interface Generating {
  readonly schema: GraphQLSchema;
  /** Values for arguments of type ID. */
  readonly ids: readonly string[];
  readonly deepest: number;
  readonly random: () => number;
}

/** A valid operation: aliases, fragments, directives, arguments as literals and as variables, with and without defaults. */
export function generate(by: Generating): Operation {
  for (;;) {
    const operation = new Writer(by).operation();
    if (validate(by.schema, parse(operation.query)).length === 0) return operation;
  }
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #ids: readonly string[];
  readonly #deepest: number;
  readonly #random: () => number;
  readonly #definitions: string[] = [];
  readonly #fragments: string[] = [];
  /** Names of those that are written, by the type that they are on. */
  readonly #written = new Map<string, string[]>();
  readonly #flags: string[] = [];
  readonly #values: Record<string, unknown> = {};
  #names = 0;

  constructor({ schema, ids, deepest, random }: Generating) {
    this.#schema = schema;
    this.#ids = ids;
    this.#deepest = deepest;
    this.#random = random;
  }

  operation(): Operation {
    const mutation = this.#schema.getMutationType();
    const isMutation = mutation !== undefined && mutation !== null && this.#chance(0.3);
    const root = isMutation ? mutation : this.#schema.getQueryType()!;
    const selection = this.#selection(root, this.#deepest);
    const variables = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : '';
    const head = `${isMutation ? 'mutation' : 'query'} Q${variables}`;
    return {
      query: [`${head} ${selection}`, ...this.#fragments].join('\n'),
      variables: JSON.parse(JSON.stringify(this.#values)) as Record<string, unknown>,
    };
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + Math.floor(this.#random() * 3);
    const parts = Array.from({ length: count }, () => this.#part(type, depth)).filter((part) => part !== '');
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  #part(type: GraphQLCompositeType, depth: number): string {
    if (this.#chance(0.1)) return this.#chance(0.3) ? `${this.#name('t')}: __typename` : '__typename';
    if (depth > 1 && this.#chance(isAbstractType(type) ? 0.6 : 0.12)) return this.#fragment(type, depth);
    return isObjectType(type) || isInterfaceType(type) ? this.#field(type, depth) : this.#fragment(type, depth);
  }

  #field(type: GraphQLCompositeType & { getFields(): object }, depth: number): string {
    const all = Object.values(type.getFields()) as readonly GraphQLField<unknown, unknown>[];
    const fields = all.filter((field) => depth > 1 || !isCompositeType(getNamedType(field.type)));
    const field = this.#pick(fields);
    if (!field) return '__typename';
    const args = this.#arguments(field.args);
    const alias = args !== '' || this.#chance(0.15) ? `${this.#alias()}: ` : '';
    const value = getNamedType(field.type);
    const inner = isCompositeType(value) ? ` ${this.#selection(value, depth - 1)}` : '';
    return `${alias}${field.name}${args}${this.#directive()}${inner}`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    if (depth < 1) return '__typename';
    const on = this.#pick(this.#overlapping(type)) ?? type;
    const known = this.#chance(0.15) ? this.#pick(this.#written.get(on.name) ?? []) : undefined;
    if (known !== undefined) return `...${known}${this.#directive()}`;
    const inner = this.#selection(on, depth - 1);
    if (this.#chance(0.1)) return `...${this.#directive()} { ... on ${on.name} ${inner} }`;
    if (this.#chance(0.7)) return `... on ${on.name}${this.#directive()} ${inner}`;
    const name = this.#name('F');
    this.#written.set(on.name, [...(this.#written.get(on.name) ?? []), name]);
    this.#fragments.push(`fragment ${name} on ${on.name} ${inner}`);
    return `...${name}${this.#directive()}`;
  }

  /** Types whose objects can be of this type. */
  #overlapping(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const possible = this.#possible(type);
    const types = Object.values(this.#schema.getTypeMap()).filter((other) => !other.name.startsWith('__'));
    return types
      .filter(isCompositeType)
      .filter((other) => this.#possible(other).some((object) => possible.includes(object)));
  }

  #possible(type: GraphQLCompositeType) {
    return isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
  }

  #directive(): string {
    if (!this.#chance(0.12)) return '';
    const [one, other] = this.#chance(0.5) ? ['include', 'skip'] : ['skip', 'include'];
    return ` @${one}(if: ${this.#flag()})${this.#chance(0.2) ? ` @${other}(if: ${this.#flag()})` : ''}`;
  }

  /** One that decides elsewhere too, at times. */
  #flag(): string {
    if (this.#chance(0.3)) return `${this.#chance(0.5)}`;
    const known = this.#chance(0.4) ? this.#pick(this.#flags) : undefined;
    if (known !== undefined) return known;
    const type = this.#chance(0.8) ? 'Boolean!' : 'Boolean';
    const flag = this.#variable(type, this.#chance(0.5), `${this.#chance(0.5)}`);
    this.#flags.push(flag);
    return flag;
  }

  #alias(): string {
    return (this.#chance(0.1) ? this.#pick(ODD) : undefined) ?? this.#name('a');
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter((argument) => isRequired(argument) || this.#chance(0.6));
    const texts = given.map((argument) => `${argument.name}: ${this.#argument(argument)}`);
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  #argument({ type }: GraphQLArgument): string {
    if (!this.#chance(0.4)) return literal(this.#value(type, 3));
    return this.#variable(String(type), this.#value(type, 3), literal(this.#value(type, 3)));
  }

  /** Sometimes it is not given, if it may not be; sometimes there is a default. */
  #variable(type: string, value: unknown, fallback: string): string {
    const name = this.#name('v');
    const hasDefault = this.#chance(0.4) && !(type.endsWith('!') && fallback === 'null');
    this.#definitions.push(`$${name}: ${type}${hasDefault ? ` = ${fallback}` : ''}`);
    const isOptional = hasDefault || !type.endsWith('!');
    if (!isOptional || this.#chance(0.6)) this.#values[name] = value;
    return `$${name}`;
  }

  #value(type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type) && this.#chance(0.15)) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      if (this.#chance(0.2)) return this.#value(nullable.ofType, depth);
      return [0, 1].filter(() => this.#chance(0.6)).map(() => this.#value(nullable.ofType, depth));
    }
    if (isEnumType(nullable)) return new Choice(this.#pick(nullable.getValues())!.name);
    if (!isInputObjectType(nullable)) return this.#scalar(nullable.name);
    const fields = Object.values(nullable.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth > 0 && this.#chance(0.5)),
    );
    return Object.fromEntries(fields.map((field) => [field.name, this.#value(field.type, depth - 1)]));
  }

  #scalar(name: string): unknown {
    switch (name) {
      case 'Int':
        return Math.floor(this.#random() * 6);
      case 'Float':
        return Math.floor(this.#random() * 10) / 4;
      case 'Boolean':
        return this.#chance(0.5);
      case 'ID':
        return this.#pick(this.#ids) ?? '1';
      default:
        return this.#pick(['up', 'F', 'g', 'x"y', 'ü']);
    }
  }

  #pick<Item>(items: readonly Item[]): Item | undefined {
    return items[Math.floor(this.#random() * items.length)];
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #name(prefix: string): string {
    return `${prefix}${(this.#names += 1)}`;
  }
}

/** Names that every object of JavaScript has already. */
const ODD = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

/** A value of an enum: as a literal it has no quotes. */
class Choice {
  constructor(readonly name: string) {}

  toJSON(): string {
    return this.name;
  }
}

function isRequired(argument: GraphQLArgument): boolean {
  return isNonNullType(argument.type) && argument.defaultValue === undefined;
}

function literal(value: unknown): string {
  if (value instanceof Choice) return value.name;
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${literal(inner)}`)
    .join(', ')} }`;
}
