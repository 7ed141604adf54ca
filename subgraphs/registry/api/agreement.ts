import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Clause } from './clause.ts';
import { AgreementStatus } from './enums.ts';
import { Accession, FoundedGroup } from './membership.ts';
import { Relation } from './relation.ts';
import { LocalDate } from './scalars.ts';
import { Signature } from './signature.ts';
import { Withdrawal } from './withdrawal.ts';

@ObjectType({ simpleResolvers: true, description: "An agreement to which the viewer's own agency is a party." })
export class Agreement {
  @Field(() => ID, { description: 'What it is cited by: `ofc-ice-2009`.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'What it is based on: a treaty, a public document.' })
  readonly source!: string | null;

  @Field(() => LocalDate, { description: 'Day of signature.' })
  readonly signed!: string;

  @Field(() => LocalDate, { description: 'First day in force.' })
  readonly effective!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day in force; absent: until terminated.' })
  readonly until!: string | null;

  @Field(() => [ID], { description: 'Agencies and groups that must sign.' })
  readonly parties!: readonly string[];

  @Field(() => AgreementStatus, { description: 'Where it stands now.' })
  readonly status!: string;

  @Field(() => String, { description: 'Why, in words.' })
  readonly statusReason!: string;

  @Field(() => [Withdrawal], { description: 'Parties from and with which it shares nothing.' })
  readonly notFor!: readonly Withdrawal[];

  @Field(() => [Withdrawal], { description: 'Notices whose day is to come.' })
  readonly announced!: readonly Withdrawal[];

  @Field(() => [ID], { description: 'Agreements that have taken its place.' })
  readonly supersededBy!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Digest of the bytes that parties sign; absent while broken.' })
  readonly digest!: string | null;

  @Field(() => [Signature], { description: 'Of each party; empty while broken, and where the text no longer arrives.' })
  readonly signatures!: readonly Signature[];

  @Field(() => Int, { description: 'Days between a notice of termination and its effect.' })
  readonly noticeDays!: number;

  @Field(() => [Relation], {
    description: "What it says of other agreements, and what others of the viewer's agency say of it.",
  })
  readonly lineage!: readonly Relation[];

  @Field(() => [FoundedGroup], { description: 'Groups that it founds.' })
  readonly groups!: readonly FoundedGroup[];

  @Field(() => [Accession], { description: 'Parties that join groups by it.' })
  readonly accessions!: readonly Accession[];

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [Clause], { description: 'Its clauses, in order.' })
  readonly clauses!: readonly Clause[];
}
