import type { AgencyEntry } from '../parties.ts';
import { rulesBetween, type RuleBetween } from '../between.ts';
import type { Ruleset } from '../ruleset.ts';
import { fingerprintOf } from './fingerprint.ts';

/** Whose data, seen by whom. */
export interface Pair {
  readonly originator: string;
  readonly recipient: string;
}

/** A ruleset, and the agencies that it is between. */
export interface Side {
  readonly ruleset: Ruleset;
  readonly agencies: readonly AgencyEntry[];
}

/** Pairs of agencies between which rules changed, all in the same way. */
export interface ChangedPairs {
  readonly pairs: readonly [Pair, ...Pair[]];
  /** The rules between them. */
  readonly before: readonly RuleBetween[];
  readonly after: readonly RuleBetween[];
}

/** The pairs of agencies between which the rules are not the same, those with the same changes together. */
export function changedPairs(before: Side, after: Side): readonly ChangedPairs[] {
  const found = new Map<string, ChangedPairs>();
  const codes = [...new Set([...before.agencies, ...after.agencies].map(({ code }) => code))];
  for (const originator of codes) {
    for (const recipient of codes.filter((code) => code !== originator)) {
      const pair = { originator, recipient };
      const [old, now] = [rulesOf(before, pair), rulesOf(after, pair)];
      if (keyOf(old) === keyOf(now)) continue;
      const key = JSON.stringify([keyOf(old), keyOf(now), namesOfficers([...old, ...now]) ? recipient : '']);
      const known = found.get(key);
      found.set(key, { pairs: known ? [...known.pairs, pair] : [pair], before: old, after: now });
    }
  }
  return [...found.values()];
}

function rulesOf({ ruleset, agencies }: Side, { originator, recipient }: Pair): readonly RuleBetween[] {
  const entries = new Map(agencies.map((agency) => [agency.code, agency]));
  return rulesBetween(ruleset.rules, originator, recipient, entries);
}

function keyOf(rules: readonly RuleBetween[]): string {
  return JSON.stringify(rules.map((one) => [one.rule.id, fingerprintOf(one)]));
}

function namesOfficers(rules: readonly RuleBetween[]): boolean {
  return rules.some(({ rule }) => rule.viewer.officers);
}
