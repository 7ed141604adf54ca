import { Field, Float, ObjectType } from 'type-graphql';
import type { Reason } from '../profile/links.ts';
import { SelectorKind } from '../../kit/selector-kind.ts';

@ObjectType('TargetReason', { simpleResolvers: true, description: 'What two members have in common.' })
class TargetReason {
  @Field(() => SelectorKind, { description: 'Of what kind it is.' })
  kind!: Reason['kind'];

  @Field(() => [String], { description: 'Where it is shown of either: `Person.passports`.' })
  coordinates!: Reason['coordinates'];

  @Field(() => Float, { description: 'How likely it alone would make them the same, from 0 to 1.' })
  score!: number;
}

@ObjectType('TargetLink', { simpleResolvers: true, description: 'Why two members may be one and the same.' })
export class TargetLink {
  @Field(() => String, { description: 'One member, by its key.' })
  from!: string;

  @Field(() => String, { description: 'The other.' })
  to!: string;

  @Field(() => Float, {
    description: 'How likely they are the same, from 0 to 1; from 0.999 on they are taken for one.',
  })
  score!: number;

  @Field(() => [TargetReason], { description: 'What tells so, the strongest first.' })
  reasons!: readonly Reason[];
}
