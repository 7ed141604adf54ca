import { Field, Int, ObjectType, ArgsType, type ClassType } from 'type-graphql';
import { PageInfo } from '../../kit/page-info.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import { ReadsNothing } from './reads.ts';

const FIRST = 20;
const MOST = 100;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

@ArgsType()
export abstract class PageArgs {
  @ReadsNothing
  @Field(() => Int, { nullable: true, defaultValue: FIRST, description: 'How many at most: 0 to 100.' })
  readonly first!: number | null;

  @ReadsNothing
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

    @Field(node, { nullable: true, description: 'What is there.' })
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

/** Rows that follow a place in a list, in order; undefined: the list has no such place. */
type RowsAfter<Row> = (page: {
  readonly after: string | undefined;
  readonly most: number;
}) => Promise<readonly Row[] | undefined>;

/**
 * Reads a page. What is listed is known by UUIDs, which are the cursors: they say nothing, and outlive any process.
 * @throws DeclaredError `BAD_PAGE` or `BAD_CURSOR`
 */
export async function readPage<Row, Node extends { readonly id: string }>(
  asked: PageArgs,
  rowsAfter: RowsAfter<Row>,
  nodeOf: (row: Row) => Node,
): Promise<Connection<Node>> {
  const [first, after] = [asked.first ?? FIRST, asked.after ?? undefined];
  if (first < 0 || first > MOST) refuse(DECONFLICTION_ERRORS.BAD_PAGE, `\`first\` is not from 0 to ${MOST}`);
  if (after !== undefined && !UUID.test(after)) return badCursor();
  const rows = (await rowsAfter({ after, most: first + 1 })) ?? badCursor();
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

function badCursor(): never {
  return refuse(DECONFLICTION_ERRORS.BAD_CURSOR, 'the cursor was not given out for this list');
}
