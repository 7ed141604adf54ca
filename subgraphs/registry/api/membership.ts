import { Field, ID, ObjectType } from 'type-graphql';
import type { Agreement } from '../../../policy/agreement.ts';
import { LocalDate } from './scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'A group that an agreement founds.' })
export class FoundedGroup {
  @Field(() => ID, { description: 'Its code: `OFC`.' })
  readonly code!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => ID, { description: 'The agency that signs for it, and admits members.' })
  readonly coordinator!: string;

  @Field(() => [ID], { description: 'Its founding members.' })
  readonly members!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A party that joins a group by an agreement, or takes another part in it.',
})
export class Accession {
  @Field(() => ID, { description: 'The agency that joins.' })
  readonly party!: string;

  @Field(() => ID, { description: 'The group that it joins.' })
  readonly to!: string;

  @Field(() => LocalDate, { description: 'First day of membership.' })
  readonly from!: string;

  @Field(() => Boolean, { description: 'Clauses speak of what was recorded before that day too.' })
  readonly backDated!: boolean;

  @Field(() => String, {
    description:
      '`active`: shares and receives; `limited`: shares, and receives under clauses that name limited participants; `observer`: does not share, and receives under clauses that name observers.',
  })
  readonly participation!: string;

  @Field(() => [ID], { description: 'Clauses under which it does not share.' })
  readonly reserves!: readonly string[];
}

/** The groups that an agreement founds, as the registry tells of them. */
export function foundedBy({ groups = {} }: Agreement): readonly FoundedGroup[] {
  return Object.entries(groups).map(([code, charter]) => ({ code, ...charter }));
}

/** The parties that join groups by an agreement, as the registry tells of them. */
export function accessionsIn({ accessions = [], effective }: Agreement): readonly Accession[] {
  return accessions.map(
    ({ party, to, from = effective, backDated = false, participation = 'active', reserves = [] }) => {
      return { party, to, from, backDated, participation, reserves };
    },
  );
}
