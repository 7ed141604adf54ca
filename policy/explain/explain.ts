import {
  contract as shippedContract,
  type Coordinate,
  type EntityType,
  type Treatment,
} from '../../schema/contract.ts';
import type { Purpose } from '../../schema/purposes.ts';
import { rulesBetween, type RuleBetween } from '../between.ts';
import { ALWAYS, type Condition } from '../condition/condition.ts';
import { entityOf, familiesOf } from '../families.ts';
import type { Recipient } from '../recipient.ts';
import { matrixCell, type MatrixCell } from '../matrix.ts';
import type { AgencyEntry } from '../parties.ts';
import type { ClauseId } from '../clause-id.ts';
import type { Rule } from '../rule.ts';
import type { Ruleset } from '../ruleset.ts';
import type { GrantSource } from '../grant.ts';
import { gapsOf, type Gap, type GapWords } from './gaps.ts';
import { apartGaps } from './standing-apart.ts';
import type { Need } from '../cell.ts';
import { waitingGaps, waitsOf } from './waiting.ts';

/** What is asked of one field of one originator. */
export interface Question {
  readonly originator: string;
  readonly coordinate: Coordinate;
  readonly recipient: Recipient;
  readonly purpose: Purpose;
}

/** What a question is answered from. */
export interface ExplainWorld extends GapWords {
  readonly ruleset: Ruleset;
  /** Clauses that would share if their agreement were in force. */
  readonly dormant: readonly Rule[];
  readonly agencies: readonly AgencyEntry[];
  readonly consents: GrantSource['consents'];
}

/** A clause that decides about the field for this viewer and purpose. */
export interface SpeakingClause {
  readonly id: ClauseId;
  readonly effect: Rule['effect'];
  readonly disclosure: Rule['disclosure'];
  readonly treatment: Treatment;
  readonly override: boolean;
  /** On which objects. */
  readonly rows: Condition;
  /** Of those, only what has been named so. */
  readonly only: readonly Need[];
}

/** A clause about the field that does not speak, and for want of what. */
export interface QuietClause {
  readonly id: ClauseId;
  readonly effect: Rule['effect'];
  readonly disclosure: Rule['disclosure'];
  readonly gaps: readonly Gap[];
}

/** Whether a field is shown, by which clauses, and what keeps the others. Told from clauses alone. */
export interface Explanation {
  readonly cell: MatrixCell;
  /** On which objects the field is shown. */
  readonly rows: Condition;
  readonly speaking: readonly SpeakingClause[];
  readonly quiet: readonly QuietClause[];
}

/** Every clause that speaks of the field between the two agencies, and every one that would but for something. */
export function explain(question: Question, world: ExplainWorld): Explanation {
  const { originator, coordinate, recipient, purpose } = question;
  const { ruleset } = world;
  const family = familyOf(coordinate, world.agencies);
  const about = (rules: readonly Rule[]) => rules.filter((rule) => isAbout(rule, coordinate, family));
  const agencies = new Map(world.agencies.map((agency) => [agency.code, agency]));
  const between = (rules: readonly Rule[]) => rulesBetween(about(rules), originator, recipient.agency, agencies);
  const consents = world.consents({ originator, recipient: recipient.agency, purpose });
  const waiting = { originator, family, purpose, consents };
  const gaps = (rule: Rule) => [...gapsOf(rule, recipient, purpose, world), ...waitingGaps(rule, waiting)];
  const live = between(ruleset.rules);
  const ids = new Set(live.map(({ rule }) => rule.id));
  const dormant = between(world.dormant).filter(({ rule }) => !ids.has(rule.id));
  const grant = ruleset.grant(recipient, purpose);
  return {
    cell: matrixCell(originator, coordinate, grant),
    rows: grant.cell(originator, coordinate).rows,
    speaking: live
      .filter(({ rule }) => gaps(rule).length === 0)
      .map((one) => speakingClause(one, coordinate, family, purpose)),
    quiet: [
      ...live.filter(({ rule }) => gaps(rule).length > 0).map(({ rule }) => quietClause(rule, gaps(rule))),
      ...apart(about(ruleset.rules), question, ids).map(([rule, why]) => quietClause(rule, [...why, ...gaps(rule)])),
      ...dormant.map(({ rule }) => quietClause(rule, [...notInForce(rule), ...gaps(rule)])),
    ],
  };
}

function quietClause({ id, effect, disclosure }: Rule, gaps: readonly Gap[]): QuietClause {
  return { id, effect, disclosure, gaps };
}

function notInForce({ id }: Rule): readonly Gap[] {
  const agreement = id.slice(0, id.indexOf('#'));
  return [
    {
      only: `only while ${agreement} is in force between them, which it is not`,
      change: `${agreement} in force between them`,
    },
  ];
}

/** Clauses that name both agencies, and yet do not stand between them; and why. */
function apart(rules: readonly Rule[], { originator, recipient }: Question, standing: ReadonlySet<ClauseId>) {
  return rules
    .filter((rule) => !standing.has(rule.id) && rule.from.has(originator) && rule.to.has(recipient.agency))
    .map((rule) => [rule, apartGaps(rule, originator, recipient.agency)] as const);
}

function speakingClause(
  { rule, rows }: RuleBetween,
  coordinate: Coordinate,
  family: EntityType,
  purpose: Purpose,
): SpeakingClause {
  const { id, effect, disclosure, override, treatments } = rule;
  const calls = disclosure === 'CONTACT' && family === 'LiaisonContact';
  return {
    id,
    effect,
    disclosure: calls ? 'FULL' : disclosure,
    treatment: treatments[coordinate] ?? 'full',
    override,
    rows: calls ? ALWAYS : rows(family),
    only: waitsOf(rule, { purpose }),
  };
}

/** A CONTACT clause shows whom to call; a withholding one that names no field closes all, but for contacts. */
function isAbout({ coordinates, disclosure, effect }: Rule, coordinate: Coordinate, family: EntityType): boolean {
  if (effect === 'share' && disclosure === 'CONTACT' && family === 'LiaisonContact') return true;
  return coordinates ? coordinates.has(coordinate) : family !== 'LiaisonContact';
}

function familyOf(coordinate: Coordinate, agencies: readonly AgencyEntry[]): EntityType {
  const type = coordinate.slice(0, coordinate.indexOf('.'));
  const own = agencies.map((agency) => entityOf(type, agency)).find(Boolean);
  return familiesOf(shippedContract).get(type) ?? own ?? 'Record';
}
