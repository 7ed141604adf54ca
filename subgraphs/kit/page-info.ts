import { Directive, Field, ObjectType } from 'type-graphql';

/** Where a page lies among all: one type, whichever of the hub's subgraphs pages. */
@Directive('@shareable')
@ObjectType({ simpleResolvers: true, description: 'Where a page lies among all (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'There is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'This page was asked for by a cursor, so there is something before it.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'The cursor of the last edge: pass it as `after`.' })
  endCursor!: string | null;
}
