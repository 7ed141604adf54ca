import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A reference to an agency; the hub's registry resolves the rest. */
@Directive('@key(fields: "code", resolvable: false)')
@ObjectType({ simpleResolvers: true })
export class Agency {
  @Field(() => ID)
  code!: string;
}
