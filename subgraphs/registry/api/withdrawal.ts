import { Field, ID, ObjectType } from 'type-graphql';
import { describedEnum } from '../../kit/described.ts';
import type { Withdrawal as Told } from '../withdrawals.ts';
import { DateTime } from './scalars.ts';

const WithdrawalKind = describedEnum('WithdrawalKind', 'How a party withdrew from an agreement.', {
  SUSPENDED: 'For a time: it may resume.',
  TERMINATED: 'For good.',
});

@ObjectType({
  simpleResolvers: true,
  description: 'A party that withdrew by its own notice: nothing is shared from or with it. What is withheld stays so.',
})
export class Withdrawal {
  @Field(() => ID, { description: 'The agency, or the group.' })
  readonly party!: string;

  @Field(() => WithdrawalKind, { description: 'Whether it may come back.' })
  readonly kind!: string;

  @Field(() => DateTime, { description: 'From when it has effect.' })
  readonly since!: string;

  @Field(() => DateTime, { nullable: true, description: 'Until when; absent: until it is taken back.' })
  readonly until!: string | null;

  @Field(() => ID, { description: 'The agreement that it withdrew from: this one, or one that this one leans on.' })
  readonly agreement!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The notice; told to parties of the agreement that it speaks of.',
  })
  readonly notice!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in its words; told to the same.' })
  readonly reason!: string | null;
}

/** A withdrawal as the registry tells of it. */
export function withdrawalOf(
  { party, kind, since, until, agreement, notice, reason }: Told,
  reads: (agreement: string) => boolean,
): Withdrawal {
  const words = reads(agreement) ? { notice, reason: reason ?? null } : { notice: null, reason: null };
  return { party, kind, since: since.toISOString(), until: until ?? null, agreement, ...words };
}
