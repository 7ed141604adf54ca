import { Field, ObjectType, type ClassType } from 'type-graphql';
import { DeclaredError, type ErrorDeclaration } from '../../schema/errors.ts';
import { PageInfo } from './page-info.ts';

/** Which part of a list is asked for. */
export interface PageAsked {
  /** How many at most. */
  readonly first: number;
  /** The cursor after which to go on. */
  readonly after: string | undefined;
}

/** Rows that follow a place in a list, in order; undefined: the list has no such place. */
export type RowsAfter<Row> = (page: {
  readonly after: string | undefined;
  readonly most: number;
}) => Promise<readonly Row[] | undefined>;

/** A connection as resolvers give it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
}

/** What a subgraph refuses with. */
interface PageErrors {
  readonly BAD_PAGE: ErrorDeclaration;
  readonly BAD_CURSOR: ErrorDeclaration;
}

const MOST = 100;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Reads a page. What is listed is known by UUIDs, which are the cursors: they say nothing, and outlive any process.
 * @throws DeclaredError `BAD_PAGE` or `BAD_CURSOR`
 */
export async function readPage<Row, Node extends { readonly id: string }>(
  { first, after }: PageAsked,
  rowsAfter: RowsAfter<Row>,
  nodeOf: (row: Row) => Node,
  errors: PageErrors,
): Promise<Connection<Node>> {
  const noPlace = () => new DeclaredError(errors.BAD_CURSOR, 'the cursor was not given out for this list');
  if (first < 0 || first > MOST) throw new DeclaredError(errors.BAD_PAGE, `\`first\` is not from 0 to ${MOST}`);
  if (after !== undefined && !UUID.test(after)) throw noPlace();
  const rows = await rowsAfter({ after, most: first + 1 });
  if (!rows) throw noPlace();
  const nodes = rows.slice(0, first).map(nodeOf);
  return {
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== undefined,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
}

/** The types of a connection of nodes. */
export function connectionType(
  name: string,
  node: () => ClassType,
  { nullable }: { readonly nullable: boolean },
): ClassType {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: 'One of the list, and its place in it.' })
  class Edge {
    @Field(() => String, { description: 'The place. It stays good.' })
    cursor!: string;

    @Field(node, { nullable, description: 'What is there.' })
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
