import { Field, ID, ObjectType } from 'type-graphql';
import { AgreementStatus, RelationKind } from './enums.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'How an agreement stands to another, as one of the two texts says. What it comes to, the statuses say.',
})
export class Relation {
  @Field(() => RelationKind, { description: 'How they stand to each other.' })
  readonly kind!: string;

  @Field(() => ID, { description: 'Id of the other agreement.' })
  readonly agreement!: string;

  @Field(() => String, { nullable: true, description: 'Its title; told to its parties.' })
  readonly title!: string | null;

  @Field(() => AgreementStatus, { nullable: true, description: 'Where it stands; told to its parties.' })
  readonly status!: string | null;

  @Field(() => [ID], { description: 'The clauses that are replaced; of an amendment only.' })
  readonly clauses!: readonly string[];
}
