import { Field, ID, ObjectType } from 'type-graphql';
import { SignatureStatus } from './enums.ts';
import { DateTime } from './scalars.ts';

@ObjectType({ simpleResolvers: true, description: 'The signature of one party, as the registry verified it itself.' })
export class Signature {
  @Field(() => ID, { description: 'The agency or group that the agreement names.' })
  readonly party!: string;

  @Field(() => ID, { description: 'The agency that signs for it: itself, or the coordinator of the group.' })
  readonly signer!: string;

  @Field(() => SignatureStatus, { description: 'Whether it counts.' })
  readonly status!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the key; told where the signature counts.' })
  readonly key!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was given, as the signer signed too.' })
  readonly given!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it does not count, in words.' })
  readonly why!: string | null;
}
