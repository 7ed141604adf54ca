import { Field, ID, ObjectType } from 'type-graphql';
import type { Ruleset as Compiled } from '../../../policy/ruleset.ts';
import type { matrixOf } from '../matrix.ts';
import { Found, Openness, Treatment, WithheldReason } from './enums.ts';
import { DateTime } from './scalars.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'What the viewer may see of one field of one originator, for the purpose.',
})
export class VisibilityCell {
  @Field(() => ID, { description: 'The field: `Record.narrative`.' })
  readonly coordinate!: string;

  @Field(() => String, {
    description: 'The category that governs it; `OWN`: a field that the agency adds to the contract.',
  })
  readonly category!: string;

  @Field(() => Openness, { description: 'On which objects it is shown.' })
  readonly disclosure!: string;

  @Field(() => [Treatment], { description: 'How it may be shown, most open first.' })
  readonly treatments!: readonly string[];

  @Field(() => Found, { nullable: true, description: 'Where it is closed: what is told of objects found by it.' })
  readonly found!: string | null;

  @Field(() => [ID], { description: 'The clauses that spoke: `ofc-ice-2009#III.A`.' })
  readonly clauses!: readonly string[];

  @Field(() => WithheldReason, { nullable: true, description: 'Why it is not shown, or not everywhere.' })
  readonly reason!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'All agreements in force, compiled.' })
export class Ruleset {
  @Field(() => String, { description: 'What it is known by.' })
  readonly digest!: string;

  @Field(() => DateTime, { nullable: true, description: 'When another takes its place, as far as dates tell.' })
  readonly until!: string | null;
}

/** A cell as the registry tells of it. */
export function cellOf({ treatments, ...cell }: ReturnType<typeof matrixOf>[number]): VisibilityCell {
  return { ...cell, treatments: treatments.map((treatment) => treatment.toUpperCase()) };
}

/** A ruleset as the registry tells of it. */
export function rulesetOf({ digest, until }: Compiled): Ruleset {
  return { digest, until: Number.isFinite(until) ? new Date(until).toISOString() : null };
}
