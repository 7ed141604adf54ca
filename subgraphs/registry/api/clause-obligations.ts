import { Field, Int, ObjectType } from 'type-graphql';
import type { Obligations } from '../../../policy/agreement.ts';

@ObjectType({ simpleResolvers: true, description: 'How often a recipient agency may search under a clause.' })
export class ClauseQuota {
  @Field(() => String, { nullable: true, description: 'Kind of search; absent: any.' })
  readonly search!: string | null;

  @Field(() => Int, { description: 'Searches per day (UTC) of a recipient agency.' })
  readonly perDay!: number;

  @Field(() => Int, { nullable: true, description: 'Hits that a search shows at most; absent: no such limit.' })
  readonly maxCandidates!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'What the recipient owes for what a clause discloses.' })
export class ClauseObligations {
  @Field(() => Boolean, { description: 'The originator is told of every answer.' })
  readonly notifyOriginator!: boolean;

  @Field(() => Int, { nullable: true, description: 'The recipient deletes it after so many days; absent: no limit.' })
  readonly retentionDays!: number | null;

  @Field(() => String, { nullable: true, description: 'The words by which the recipient names the source.' })
  readonly attribution!: string | null;

  @Field(() => [ClauseQuota], { description: 'How often recipients may search; empty: as often as they like.' })
  readonly quotas!: readonly ClauseQuota[];

  @Field(() => String, {
    nullable: true,
    description: '`with-consent`: not as evidence unless the originator consents.',
  })
  readonly evidence!: string | null;

  @Field(() => String, { nullable: true, description: 'Whether it is passed on: `forbidden`, `with-consent`.' })
  readonly onward!: string | null;

  @Field(() => Boolean, { description: 'The recipient keeps a record of each time it passes something on.' })
  readonly recordOnward!: boolean;
}

/** Obligations as the registry tells of them. */
export function clauseObligationsOf(owed: Obligations): ClauseObligations {
  const { notifyOriginator = false, retentionDays = null, attribution = null, evidence = null, onward = null } = owed;
  const { quotas = [], recordOnward = false } = owed;
  return {
    ...{ notifyOriginator, retentionDays, attribution, evidence, onward, recordOnward },
    quotas: quotas.map(({ search = null, perDay, maxCandidates = null }) => ({ search, perDay, maxCandidates })),
  };
}
