import { ArgsType, Field, Int, type ClassType } from 'type-graphql';
import * as pages from '../../kit/pages.ts';
import { REGISTRY_ERRORS } from '../errors.ts';

const FIRST = 50;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, defaultValue: FIRST, description: 'How many at most: 0 to 100.' })
  readonly first!: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  readonly after?: string | null;
}

/** The types of a connection of nodes. */
export function connectionType(name: string, node: () => ClassType): ClassType {
  return pages.connectionType(name, node, { nullable: false });
}

/** Reads a page. @throws DeclaredError `BAD_PAGE` or `BAD_CURSOR` */
export function readPage<Row, Node extends { readonly id: string }>(
  { first, after }: PageArgs,
  rowsAfter: pages.RowsAfter<Row>,
  nodeOf: (row: Row) => Node,
): Promise<pages.Connection<Node>> {
  const asked = { first: first ?? FIRST, after: after ?? undefined };
  return pages.readPage(asked, rowsAfter, nodeOf, REGISTRY_ERRORS);
}
