import { Field, ObjectType } from 'type-graphql';
import type { ViewerScope } from '../../../policy/agreement.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What a clause asks of the viewer, as the viewer’s own agency vouches for it. All of it.',
})
export class ClauseViewer {
  @Field(() => [String], { nullable: true, description: 'Any of these roles; absent: any.' })
  readonly roles!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'All of these trainings; absent: none is asked for.' })
  readonly trainings!: readonly string[] | null;

  @Field(() => String, { nullable: true, description: 'This clearance or a higher one; absent: none is asked for.' })
  readonly clearance!: string | null;

  @Field(() => [String], { nullable: true, description: 'Only these officers: `ICE:officer-17`; absent: any.' })
  readonly officers!: readonly string[] | null;

  @Field(() => Boolean, { description: 'Only the agency’s contact point.' })
  readonly contactPoint!: boolean;
}

/** What a clause asks of the viewer, as the registry tells of it. */
export function clauseViewerOf(scope: ViewerScope): ClauseViewer {
  const { roles = null, trainings = null, clearance = null, officers = null, contactPoint = false } = scope;
  return { roles, trainings, clearance, officers, contactPoint };
}
