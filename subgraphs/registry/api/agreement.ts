import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Agreement as Document, Clause as Rule, Withhold } from '../../../policy/agreement.ts';
import { AgreementStatus, ClauseEffect, Disclosure } from './enums.ts';
import { LocalDate } from './scalars.ts';
import type { Ruleset } from '../../../policy/ruleset.ts';
import { replacementsOf } from '../lineage.ts';
import type { ReadDocument } from '../shelf.ts';
import type { Standing } from '../status.ts';
import type { Withdrawal as Withdrawn } from '../withdrawals.ts';
import { Withdrawal, withdrawalOf } from './withdrawal.ts';

@ObjectType({ simpleResolvers: true, description: 'One rule of an agreement: shares, withholds, or only says.' })
export class Clause {
  @Field(() => ID, { description: 'What it is cited by: `ofc-ice-2009#III.A`.' })
  readonly id!: string;

  @Field(() => String, { description: 'The clause in words.' })
  readonly text!: string;

  @Field(() => ClauseEffect, { description: 'What it does.' })
  readonly effect!: string;

  @Field(() => [ID], { description: 'Originators: agencies or groups.' })
  readonly from!: readonly string[];

  @Field(() => [ID], { description: 'Recipients: agencies or groups.' })
  readonly to!: readonly string[];

  @Field(() => [String], { nullable: true, description: 'Governed fields by category.' })
  readonly categories!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Governed fields by coordinate.' })
  readonly coordinates!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Crime areas that it is for; absent: any.' })
  readonly areas!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Uses that it is for; absent: any.' })
  readonly uses!: readonly string[] | null;

  @Field(() => Disclosure, { nullable: true, description: 'How much it discloses, if it shares.' })
  readonly disclosure!: string | null;

  @Field(() => [ID], { description: 'Agreements of all its parties whose clauses have taken its place.' })
  readonly replacedBy!: readonly string[];

  @Field(() => [Withdrawal], { description: 'Parties that suspended this clause, and not the whole agreement.' })
  readonly notFor!: readonly Withdrawal[];
}

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

  @Directive('@listSize(assumedSize: 20)')
  @Field(() => [Clause], { description: 'Its clauses, in order.' })
  readonly clauses!: readonly Clause[];
}

/** What agreements are told against. */
export interface Telling {
  readonly ruleset: Ruleset;
  /** Whether the viewer's agency is a party to an agreement. */
  readonly reads: (agreement: string) => boolean;
}

/** A document as the registry tells of it. */
export function agreementOf({ agreement, report }: ReadDocument, standing: Standing, telling: Telling): Agreement {
  const { id, title, source = null, signed, effective, until = null, parties, clauses } = agreement;
  const { status, reason, supersededBy } = standing;
  const tell = (withdrawals: readonly Withdrawn[]) =>
    withdrawals.map((withdrawal) => withdrawalOf(withdrawal, telling.reads));
  return {
    ...{ id, title, source, signed, effective, until, parties, status, statusReason: reason, supersededBy },
    notFor: tell(standing.standing.filter((withdrawal) => !withdrawal.clauses)),
    announced: tell(standing.announced),
    digest: report.verification?.digest ?? null,
    clauses: clauses.map((clause) => ({
      ...clauseOf(clause, agreement),
      replacedBy: replacementsOf(clause.id, agreement, telling.ruleset),
      notFor: tell(standing.standing.filter((withdrawal) => withdrawal.clauses?.includes(clause.id))),
    })),
  };
}

function clauseOf({ id, text, share, withhold }: Rule, agreement: Document) {
  return {
    id: `${agreement.id}#${id}`,
    text,
    effect: share ? 'SHARE' : withhold ? 'WITHHOLD' : 'NONE',
    ...scopeOf(share ?? withhold ?? NOBODY),
    disclosure: share ? (share.disclosure ?? 'FULL') : null,
  };
}

const NOBODY: Withhold = { from: [], to: [] };

function scopeOf({ from, to, categories, coordinates, for: purpose }: Withhold) {
  return {
    from,
    to,
    categories: categories ?? null,
    coordinates: coordinates ?? null,
    areas: purpose?.areas ?? null,
    uses: purpose?.uses ?? null,
  };
}
