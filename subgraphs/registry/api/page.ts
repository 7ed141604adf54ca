import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { PageInfo } from '../../kit/page-info.ts';
import type { Page, PageAsked } from '../page.ts';

const FIRST = 50;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: FIRST, description: 'How many at most: 0 to 100.' })
  readonly first!: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  readonly after?: string | null;
}

/** A connection as resolvers give it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
}

/** The types of a connection of nodes. */
export function connectionType(name: string, node: () => ClassType): ClassType {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: 'One of the list, and its place in it.' })
  class Edge {
    @Field(() => String, { description: 'The place. It stays good.' })
    cursor!: string;

    @Field(node, { description: 'What is there.' })
    node!: object;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: 'A page of a list, the newest first (Relay).',
  })
  class List {
    @Field(() => [Edge], { description: 'What is on this page, in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page lies.' })
    pageInfo!: PageInfo;
  }
  return List;
}

/** The arguments as pages are read by: null means the same as nothing. */
export function askedIn({ first, after }: PageArgs): PageAsked {
  return { first: first ?? FIRST, after: after ?? undefined };
}

/** A page as a connection. */
export function connectionOf<Row extends { readonly id: string }, Node>(
  { rows, hasNextPage, hasPreviousPage }: Page<Row>,
  node: (row: Row) => Node,
): Connection<Node> {
  const [startCursor, endCursor] = [rows[0]?.id ?? null, rows.at(-1)?.id ?? null];
  return {
    edges: rows.map((row) => ({ cursor: row.id, node: node(row) })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor, endCursor },
  };
}
