import { compileRuleset, type Ruleset, type RulesetSource } from '../../policy/ruleset.ts';

/** Rulesets that are kept: as many as agreements change between the operations that stand near each other. */
const MOST_RULESETS = 64;

/** The ruleset of agreements at an instant, compiled once for the span in which it applies. */
export function rulesetsOf(source: RulesetSource): (at: Date) => Ruleset {
  let spans: readonly { readonly from: number; readonly ruleset: Ruleset }[] = [];
  return (at) => {
    const instant = at.getTime();
    const known = spans.find(({ from, ruleset }) => from <= instant && instant < ruleset.until);
    if (known) return known.ruleset;
    const ruleset = compileRuleset(source, at);
    spans = [{ from: instant, ruleset }, ...spans].slice(0, MOST_RULESETS);
    return ruleset;
  };
}
