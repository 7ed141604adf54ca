import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Clause as Rule, PurposeScope, Share, Withhold } from '../../../policy/agreement.ts';
import { conditionsInWords } from '../../../policy/in-words/conditions.ts';
import { dutiesInWords } from '../../../policy/in-words/duties.ts';
import { whereInWords } from '../../../policy/in-words/where.ts';
import type { Between } from '../between.ts';
import { fieldsOf } from '../fields.ts';
import { ClauseObligations, clauseObligationsOf } from './clause-obligations.ts';
import { ClauseBetween, ClauseField, clauseFieldOf } from './clause-reach.ts';
import { ClauseViewer, clauseViewerOf } from './clause-viewer.ts';
import { Deconfliction, deconflictionOf } from './deconfliction.ts';
import { ClauseEffect, Disclosure } from './enums.ts';
import { Withdrawal } from './withdrawal.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'One rule of an agreement: shares, withholds, has something matched, or only says.',
})
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

  @Field(() => [String], { nullable: true, description: 'Only records of these kinds; absent: see `cases`.' })
  readonly records!: readonly string[] | null;

  @Field(() => Boolean, { description: 'Also cases. With neither `records` nor `cases`, it speaks of all objects.' })
  readonly cases!: boolean;

  @Field(() => [String], { nullable: true, description: 'Persons only in these roles; absent: any.' })
  readonly dataSubjects!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Governed fields by category.' })
  readonly categories!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Governed fields by coordinate.' })
  readonly coordinates!: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its condition on the labels of objects, in words; absent: none.',
  })
  readonly where!: string | null;

  @Field(() => [String], { nullable: true, description: 'Crime areas that it is for; absent: any.' })
  readonly areas!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Uses that it is for; absent: any.' })
  readonly uses!: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: 'Kinds of search that it is for; absent: any.' })
  readonly searches!: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The stage of the purpose from which on it speaks; absent: any.',
  })
  readonly stage!: string | null;

  @Field(() => Boolean, { description: 'Only objects that the originator’s notice releases for the request.' })
  readonly released!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Only for an offence that may be punished with at least so many months; absent: any.',
  })
  readonly minPenaltyMonths!: number | null;

  @Field(() => ClauseViewer, { nullable: true, description: 'What it asks of the viewer; absent: nothing.' })
  readonly viewer!: ClauseViewer | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Participations of members of recipient groups that receive under it; absent: active ones.',
  })
  readonly participants!: readonly string[] | null;

  @Field(() => Disclosure, { nullable: true, description: 'How much it discloses, if it shares; absent if `SILENT`.' })
  readonly disclosure!: string | null;

  @Field(() => Boolean, {
    description: 'The searcher learns nothing, and the originator is told that somebody searched by its fields.',
  })
  readonly silent!: boolean;

  @Field(() => Boolean, { description: 'Only objects to which a notice of the originator consents.' })
  readonly consent!: boolean;

  @Field(() => Boolean, { description: 'Who does not share under it does not receive under it.' })
  readonly reciprocal!: boolean;

  @Field(() => Boolean, {
    description: 'A threat to life: it releases what clauses withhold and the originator’s marks restrict.',
  })
  readonly override!: boolean;

  @Field(() => ClauseObligations, { nullable: true, description: 'What the recipient owes; absent: nothing.' })
  readonly obligations!: ClauseObligations | null;

  @Field(() => Deconfliction, { nullable: true, description: 'What it has matched; absent: nothing.' })
  readonly deconflict!: Deconfliction | null;

  @Field(() => [String], { description: 'Everything that must hold before it speaks, a sentence each.' })
  readonly conditions!: readonly string[];

  @Field(() => [String], { description: 'What is owed under it, a sentence each.' })
  readonly duties!: readonly string[];

  @Directive('@listSize(assumedSize: 40)')
  @Field(() => [ClauseField], { description: 'Every field that it opens, finds by or closes, each once.' })
  readonly fields!: readonly ClauseField[];

  @Directive('@listSize(assumedSize: 12)')
  @Field(() => [ClauseBetween], {
    description: 'The agencies between which it has effect now; empty while it has none.',
  })
  readonly between!: readonly ClauseBetween[];

  @Field(() => [ID], { description: 'Agreements of all its parties whose clauses have taken its place.' })
  readonly replacedBy!: readonly string[];

  @Field(() => [Withdrawal], { description: 'Parties that suspended this clause, and not the whole agreement.' })
  readonly notFor!: readonly Withdrawal[];
}

/** What a clause is told with, beside its own text. */
interface Beside {
  readonly agreement: string;
  readonly between: () => readonly Between[];
  readonly replacedBy: readonly string[];
  readonly notFor: readonly Withdrawal[];
}

/** A clause as the registry tells of it. What takes long is worked out when it is asked for. */
export function clauseOf(clause: Rule, { agreement, between, replacedBy, notFor }: Beside): Clause {
  const { id, text, share, withhold, deconflict } = clause;
  return {
    ...{ id: `${agreement}#${id}`, text, replacedBy, notFor },
    effect: share ? 'SHARE' : withhold ? 'WITHHOLD' : deconflict ? 'DECONFLICT' : 'NONE',
    ...scopeOf(share ?? withhold ?? NOBODY),
    ...(deconflict && { from: deconflict.from, to: deconflict.to, areas: deconflict.areas ?? null }),
    ...termsOf(share),
    deconflict: deconflict ? deconflictionOf(deconflict) : null,
    get conditions() {
      return conditionsInWords(clause);
    },
    get duties() {
      return dutiesInWords(clause);
    },
    get fields() {
      return fieldsOf(clause).map(clauseFieldOf);
    },
    get between() {
      return between();
    },
  };
}

const NOBODY: Withhold = { from: [], to: [] };

function scopeOf({ from, to, viewer, where, for: purpose, ...scope }: Share | Withhold) {
  const { records = null, cases = false, dataSubjects = null, categories = null, coordinates = null } = scope;
  return {
    ...{ from, to, records, cases, dataSubjects, categories, coordinates },
    where: where ? whereInWords(where) : null,
    ...purposeOf(purpose),
    viewer: viewer ? clauseViewerOf(viewer) : null,
  };
}

function purposeOf(purpose: PurposeScope = {}) {
  const { areas = null, uses = null, searches = null, stage = null } = purpose;
  const { released = false, minPenaltyMonths = null } = purpose;
  return { areas, uses, searches, stage, released, minPenaltyMonths };
}

function termsOf(share: Share | undefined) {
  const { participants = null, disclosure, consent = false, reciprocal = false, override = false } = share ?? {};
  const silent = disclosure === 'SILENT';
  return {
    ...{ participants, consent, reciprocal, override, silent },
    disclosure: share && !silent ? (disclosure ?? 'FULL') : null,
    obligations: share?.obligations ? clauseObligationsOf(share.obligations) : null,
  };
}
