import { Field, Int, ObjectType } from 'type-graphql';
import type { DeconflictionDuty } from '../../../policy/agreement.ts';
import { Disclosure } from './enums.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What a clause has matched before one agency acts, so that it harms no case of another.',
})
export class Deconfliction {
  @Field(() => [String], { nullable: true, description: 'Kinds of selectors that are matched; absent: none.' })
  readonly selectors!: readonly string[] | null;

  @Field(() => Int, { nullable: true, description: 'Operations no further apart are matched; absent: none are.' })
  readonly radiusMetres!: number | null;

  @Field(() => Int, { nullable: true, description: 'Operations so many hours before and after are matched.' })
  readonly hours!: number | null;

  @Field(() => String, { description: 'Who is told of a match: `both`, `originator`, `coordinator`.' })
  readonly tells!: string;

  @Field(() => Disclosure, { description: 'What those who are told learn of the other side.' })
  readonly disclosure!: string;

  @Field(() => Boolean, {
    description: 'The operation waits until the two have agreed, and if it goes second, until the first is over.',
  })
  readonly hold!: boolean;

  @Field(() => Int, { nullable: true, description: 'Hours within which the other side answers; absent: no limit.' })
  readonly answerHours!: number | null;
}

/** A duty of de-confliction as the registry tells of it. */
export function deconflictionOf(duty: DeconflictionDuty): Deconfliction {
  const { selectors = null, events, tells, disclosure, hold = false, answerHours = null } = duty;
  const { radiusMetres = null, hours = null } = events ?? {};
  return { selectors, radiusMetres, hours, tells, disclosure, hold, answerHours };
}
