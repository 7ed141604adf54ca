import { Field, ID, ObjectType } from 'type-graphql';
import type { NamedField } from '../fields.ts';
import { FieldEffect, Treatment } from './enums.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A field of records, cases, subjects or contacts that a clause names.',
})
export class ClauseField {
  @Field(() => ID, { description: 'The field: `Record.narrative`.' })
  readonly coordinate!: string;

  @Field(() => String, {
    description: 'The category that governs it; `OWN`: a field that the agency adds to the contract.',
  })
  readonly category!: string;

  @Field(() => FieldEffect, { description: 'What the clause does to it.' })
  readonly effect!: string;

  @Field(() => Treatment, { nullable: true, description: 'How it is shown; absent unless the clause opens it.' })
  readonly treatment!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'An originator, and to whom a clause has effect from it now.' })
export class ClauseBetween {
  @Field(() => ID, { description: 'Code of the agency whose data it is.' })
  readonly from!: string;

  @Field(() => [ID], { description: 'Codes of the agencies to which the clause speaks of it.' })
  readonly to!: readonly string[];
}

/** A field of a clause as the registry tells of it. */
export function clauseFieldOf({ treatment, ...field }: NamedField): ClauseField {
  return { ...field, treatment: treatment && treatment.toUpperCase() };
}
