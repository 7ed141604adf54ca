import type { GraphQLScalarType } from 'graphql';

/** A supergraph of a few small subgraphs, and what to ask of it. */
export interface World {
  readonly subgraphs: Readonly<Record<string, Subgraph>>;
  readonly operations: readonly Operation[];
  /** What generated operations take for ids. */
  readonly ids?: readonly string[];
  /** How deep generated operations are. Default 4; Apollo plans some worlds' deeper ones for minutes. */
  readonly deepest?: number;
}

/** One subgraph: its schema, and resolvers made anew for every gateway that asks it, because they may have a state. */
export interface Subgraph {
  readonly sdl: string;
  readonly resolvers: () => Resolvers;
  /** What is sent instead of an honest answer. */
  readonly tamper: (answer: Answer, query: string) => Sent;
}

/** An operation as a client sends it. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** An answer of a subgraph to a fetch of entities. */
export interface Answer {
  readonly data: { readonly _entities: readonly unknown[] };
}

/** An HTTP answer. */
export interface Sent {
  readonly status?: number;
  readonly type?: string;
  readonly body: unknown;
}

/** By type and field. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>> | GraphQLScalarType>>;
// Each names the shape of its own rows.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Resolver = (source: any, args: any) => unknown;

/** An argument that many fields take. */
export interface Id {
  readonly id: string;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable",
  "@inaccessible", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@tag"])\n`;

/** A subgraph that answers honestly, unless it is told to tamper with its answers. */
export function subgraph(
  sdl: string,
  resolvers: Resolvers | (() => Resolvers) = {},
  tamper: Subgraph['tamper'] = (answer) => ({ body: answer }),
): Subgraph {
  return { sdl: LINK + sdl, resolvers: typeof resolvers === 'function' ? resolvers : () => resolvers, tamper };
}

/** Finds a row by its key. */
export function byKey(rows: readonly object[], key: string) {
  return (given: object): object | null =>
    rows.find((row) => Reflect.get(row, key) === Reflect.get(given, key) && Reflect.has(given, key)) ?? null;
}
