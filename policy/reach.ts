import { purposes, selfAndWider } from '../schema/purposes.ts';
import { contract, type Coordinate, type EntityType } from '../schema/contract.ts';
import { rulesBetween, type RuleBetween } from './between.ts';
import type { ClauseId } from './clause-id.ts';
import { ALWAYS, NEVER } from './condition/condition.ts';
import { entityOf, familiesOf } from './families.ts';
import { obstaclesOf } from './obstacle.ts';
import type { AgencyEntry } from './parties.ts';
import type { Recipient } from './recipient.ts';
import type { Rule } from './rule.ts';
import type { Ruleset } from './ruleset.ts';
import { needsOf } from './speaking.ts';

/** What clauses in force could ever mean for a coordinate of an originator: for any purpose, stage and row. */
export interface Reached {
  /** Clauses that could show it. None: it is never shown. */
  readonly shownBy: readonly ClauseId[];
  /** Clauses that keep it on every row, whatever else shares it. */
  readonly keptBy: readonly ClauseId[];
  /** Whether rows could ever be found by its value. */
  readonly finds: boolean;
}

/** What a viewer's agreements could ever disclose to them. Quotas, purposes and notices do not count. */
export interface Reach {
  /** The viewer's own agency, to which its own data is not disclosed: it has it. */
  readonly agency: string;
  of(originator: string, coordinate: Coordinate): Reached;
}

/** The reach of a viewer. Pure; coordinates are worked out on demand, once. */
export function reachOf(ruleset: Ruleset, recipient: Recipient, agencies: readonly AgencyEntry[]): Reach {
  const entries = new Map(agencies.map((entry) => [entry.code, entry]));
  const between = new Map<string, readonly RuleBetween[]>();
  const memo = new Map<string, Reached>();
  const rulesOf = (originator: string) => {
    const known = between.get(originator) ?? speakingTo(ruleset, originator, recipient, entries);
    between.set(originator, known);
    return known;
  };
  return {
    agency: recipient.agency,
    of(originator, coordinate) {
      const key = `${originator}/${coordinate}`;
      const family = familyOf(coordinate, agencies);
      const reached = memo.get(key) ?? reach(rulesOf(originator), coordinate, family);
      memo.set(key, reached);
      return reached;
    },
  };
}

/** Rules between the two agencies that speak to such a viewer, whatever the purpose. */
function speakingTo(
  { rules }: Ruleset,
  originator: string,
  recipient: Recipient,
  entries: ReadonlyMap<string, AgencyEntry>,
): readonly RuleBetween[] {
  const anyPurpose = { recipient, purpose: { area: '', use: '' }, areas: [], uses: [], spent: new Set<ClauseId>() };
  return rulesBetween(rules, originator, recipient.agency, entries).filter(
    ({ rule }) => !obstaclesOf(rule, anyPurpose).includes('VIEWER_NOT_COVERED'),
  );
}

function reach(rules: readonly RuleBetween[], coordinate: Coordinate, family: EntityType): Reached {
  const closing = rules
    .filter(
      ({ rule, rows }) => rule.effect === 'withhold' && names(rule, coordinate, family) && rows(family) === ALWAYS,
    )
    .map(({ rule }) => rule);
  const open = ({ rule, rows }: RuleBetween) =>
    (callsFor(rule, coordinate) || rows(family) !== NEVER) &&
    (rule.override || !closing.some((withhold) => coversPurposeOf(withhold, rule)));
  const sharing = rules.filter(({ rule }) => rule.effect === 'share');
  const naming = sharing.filter((between) => between.rule.coordinates?.has(coordinate) && open(between));
  const calling = sharing.filter((between) => callsFor(between.rule, coordinate) && open(between));
  const shown = [...naming.filter(({ rule }) => rule.disclosure === 'FULL'), ...calling];
  return {
    shownBy: [...new Set(shown.map(({ rule }) => rule.id))],
    keptBy: closing.filter((withhold) => isForEveryPurpose(withhold)).map(({ id }) => id),
    finds: naming.some(({ rule }) => rule.disclosure !== 'SILENT'),
  };
}

function names(rule: Rule, coordinate: Coordinate, family: EntityType): boolean {
  return rule.coordinates?.has(coordinate) ?? family !== 'LiaisonContact';
}

/** A CONTACT clause shows whom to call, whatever it names. */
function callsFor(rule: Rule, coordinate: Coordinate): boolean {
  return rule.disclosure === 'CONTACT' && coordinate.startsWith('LiaisonContact.') && needsOf(rule, false).length === 0;
}

function isForEveryPurpose({ purpose }: Rule): boolean {
  return Object.values(purpose).every((part) => part === undefined);
}

/** Whether a withholding speaks for every purpose for which a share does. What it cannot tell, it denies. */
function coversPurposeOf({ purpose: withheld }: Rule, { purpose: shared }: Rule): boolean {
  const { areas, uses, ...rest } = withheld;
  if (Object.values(rest).some((part) => part !== undefined)) return false;
  return covers(areas, shared.areas, purposes.areas) && covers(uses, shared.uses, purposes.uses);
}

function covers(
  wide: readonly string[] | undefined,
  narrow: readonly string[] | undefined,
  taxonomy: Parameters<typeof selfAndWider>[0],
): boolean {
  if (!wide) return true;
  return narrow?.every((term) => selfAndWider(taxonomy, term).some((wider) => wide.includes(wider))) ?? false;
}

function familyOf(coordinate: Coordinate, agencies: readonly AgencyEntry[]): EntityType {
  const type = coordinate.slice(0, coordinate.indexOf('.'));
  return familiesOf(contract).get(type) ?? agencies.map((agency) => entityOf(type, agency)).find(Boolean) ?? 'Record';
}
