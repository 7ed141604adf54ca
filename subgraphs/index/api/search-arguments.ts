import { ArgsType, Field, Int } from 'type-graphql';
import type { SearchArguments } from '../search/connection.ts';
import { CaseFilter, LiaisonContactFilter, RecordFilter } from './filters.ts';
import { CaseOrder, RecordOrder } from './enums.ts';
import { ReadsNothing } from './reads.ts';

const FIRST = 20;

@ArgsType()
abstract class PageArgs {
  @ReadsNothing
  @Field(() => Int, { nullable: true, defaultValue: FIRST, description: 'How many hits at most: 0 to 100.' })
  readonly first!: number | null;

  @ReadsNothing
  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  readonly after?: string | null;
}

@ArgsType()
export class RecordArgs extends PageArgs {
  @Field(() => RecordFilter, { nullable: true, description: 'Which records.' })
  readonly filter?: RecordFilter | null;

  @Field(() => RecordOrder, {
    nullable: true,
    description:
      'How they are sorted; left out: by relevance where a name or a text is sought, else by `RECORDED_ON_DESC`.',
  })
  readonly orderBy?: string | null;
}

@ArgsType()
export class CaseArgs extends PageArgs {
  @Field(() => CaseFilter, { nullable: true, description: 'Which cases.' })
  readonly filter?: CaseFilter | null;

  @Field(() => CaseOrder, {
    nullable: true,
    description:
      'How they are sorted; left out: by relevance where a name or a text is sought, else by `OPENED_ON_DESC`.',
  })
  readonly orderBy?: string | null;
}

@ArgsType()
export class LiaisonContactArgs extends PageArgs {
  @Field(() => LiaisonContactFilter, { nullable: true, description: 'Which contacts.' })
  readonly filter?: LiaisonContactFilter | null;
}

/** The arguments as the search takes them: null means the same as nothing. */
export function argumentsOf(
  { first, after, filter }: RecordArgs | CaseArgs | LiaisonContactArgs,
  orderBy?: string | null,
): SearchArguments {
  return { filter: { ...filter }, first: first ?? FIRST, after: after ?? undefined, orderBy: orderBy ?? undefined };
}
