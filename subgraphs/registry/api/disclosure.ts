import { Field, ID, ObjectType } from 'type-graphql';
import type { LedgerEntry } from '../ledger.ts';
import { connectionType } from './page.ts';
import { Purpose, purposeOf } from './purpose.ts';
import { DateTime } from './scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'What was disclosed of one originator’s data.' })
class DisclosedOf {
  @Field(() => ID, { description: 'Code of the originator.' })
  readonly originator!: string;

  @Field(() => [ID], { description: 'Fields that were asked for, and some clause discloses.' })
  readonly coordinates!: readonly string[];

  @Field(() => [ID], { description: 'The clauses: `ofc-ice-2009#III.A`.' })
  readonly clauses!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'An answer that went to a viewer, as the ledger has it. Never a value.',
})
export class RecordedDisclosure {
  @Field(() => ID, { description: 'What it is known by.' })
  readonly id!: string;

  @Field(() => DateTime, { description: 'When the question was asked.' })
  readonly at!: string;

  @Field(() => ID, { description: 'Code of the agency whose viewer asked.' })
  readonly recipient!: string;

  @Field(() => String, { description: 'Who asked, as that agency knows them.' })
  readonly viewer!: string;

  @Field(() => String, { description: 'The viewer’s role.' })
  readonly role!: string;

  @Field(() => Purpose, { description: 'What for.' })
  readonly purpose!: Purpose;

  @Field(() => Boolean, { description: 'A clause for threats to life applied.' })
  readonly override!: boolean;

  @Field(() => String, { description: 'Digest of the agreements in force then.' })
  readonly ruleset!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The question without its values; told to the viewer’s own agency only.',
  })
  readonly operation!: string | null;

  @Field(() => [DisclosedOf], {
    description: 'By originator: to the viewer’s own agency all, to an originator its own part.',
  })
  readonly disclosed!: readonly DisclosedOf[];
}

export const DisclosureConnection = connectionType('RecordedDisclosure', () => RecordedDisclosure);

/** A row of the ledger as the registry tells of it. */
export function recordedOf({ at, purpose, ...rest }: LedgerEntry): RecordedDisclosure {
  return { ...rest, at: at.toISOString(), purpose: purposeOf(purpose) };
}
