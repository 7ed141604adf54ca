import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { descriptionOf } from '../../kit/described.ts';

/** A reference to an agency; the registry resolves the rest. */
@Directive('@key(fields: "code", resolvable: false)')
@ObjectType({ simpleResolvers: true, description: descriptionOf('Agency') })
export class Agency {
  @Field(() => ID, { description: "The agency's code: `ICE`." })
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}
