import { ArgsType, Field, Int, type ClassType } from 'type-graphql';
import * as pages from '../../kit/pages.ts';
import { DECONFLICTION_ERRORS } from '../errors.ts';
import { ReadsNothing } from './reads.ts';

const FIRST = 20;

@ArgsType()
export abstract class PageArgs {
  @ReadsNothing
  @Field(() => Int, { nullable: true, defaultValue: FIRST, description: 'How many at most: 0 to 100.' })
  readonly first!: number | null;

  @ReadsNothing
  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  readonly after?: string | null;
}

/** The types of a connection of nodes, of which the gateway may withhold some. */
export function connectionType(name: string, node: () => ClassType): ClassType {
  return pages.connectionType(name, node, { nullable: true });
}

/** Reads a page. @throws DeclaredError `BAD_PAGE` or `BAD_CURSOR` */
export function readPage<Row, Node extends { readonly id: string }>(
  { first, after }: PageArgs,
  rowsAfter: pages.RowsAfter<Row>,
  nodeOf: (row: Row) => Node,
): Promise<pages.Connection<Node>> {
  const asked = { first: first ?? FIRST, after: after ?? undefined };
  return pages.readPage(asked, rowsAfter, nodeOf, DECONFLICTION_ERRORS);
}
