import type { OpenedBundle } from '../policy/bundle.ts';
import { compileRuleset, type Ruleset } from '../policy/ruleset.ts';

/** What is in force when no agreement is known: nothing of anybody is disclosed to others. */
export const NOTHING_OPENED: OpenedBundle = {
  parties: { agencies: [] },
  agreements: [],
  notices: [],
  noticeReports: [],
  reports: [],
};

/** The ruleset of a bundle at an instant: compiled once, and again when an agreement enters into force or lapses. */
export function rulesetAt(opened: OpenedBundle, now: Date): Ruleset {
  const known = compiled.get(opened);
  if (known && known.from <= now.getTime() && now.getTime() < known.ruleset.until) return known.ruleset;
  const { agreements, notices, parties } = opened;
  const ruleset = compileRuleset({ agreements, notices, agencies: parties.agencies }, now);
  compiled.set(opened, { from: now.getTime(), ruleset });
  return ruleset;
}

/** Parties of one process that opened the same bundle share its rulesets: they are immutable. */
const compiled = new WeakMap<OpenedBundle, { readonly from: number; readonly ruleset: Ruleset }>();
