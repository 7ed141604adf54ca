import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Purpose as Stated } from '../../../schema/purposes.ts';

@ObjectType({ simpleResolvers: true, description: 'An offence under the law of the viewer’s agency.' })
class Offence {
  @Field(() => String, { description: 'As that law cites it: `18 USC 1591`.' })
  readonly code!: string;

  @Field(() => Int, { description: 'The longest sentence that it may be punished with, in months.' })
  readonly maxPenaltyMonths!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What a viewer said that a question was for.' })
export class Purpose {
  @Field(() => String, { description: 'Area of crime.' })
  readonly area!: string;

  @Field(() => String, { description: 'Use.' })
  readonly use!: string;

  @Field(() => String, { description: 'Case number of the viewer’s agency.' })
  readonly case!: string;

  @Field(() => String, { nullable: true, description: 'Kind of search.' })
  readonly search!: string | null;

  @Field(() => String, { nullable: true, description: 'Stage of the exchange; absent: `hit`.' })
  readonly stage!: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Objects whose match was confirmed; told to the viewer’s own agency only.',
  })
  readonly matches!: readonly string[] | null;

  @Field(() => Offence, { nullable: true, description: 'The offence under investigation.' })
  readonly offence!: Offence | null;

  @Field(() => String, { nullable: true, description: 'Number of the request that the originator released.' })
  readonly request!: string | null;

  @Field(() => String, { nullable: true, description: 'Why life was in danger.' })
  readonly justification!: string | null;
}

/** A purpose as the registry tells of it: what was not stated is null. */
export function purposeOf(stated: Stated): Purpose {
  const { area, use, case: number, search, stage, matches, offence, request, justification } = stated;
  return {
    ...{ area, use, case: number, search: search ?? null, stage: stage ?? null, matches: matches ?? null },
    ...{ offence: offence ?? null, request: request ?? null, justification: justification ?? null },
  };
}
