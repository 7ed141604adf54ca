import type { Agreement, Clause } from '../agreement.ts';
import type { ClauseId } from '../clause-id.ts';
import type { AgreementAt } from '../lifecycle.ts';
import type { Ruleset } from '../ruleset.ts';
import { endsOfDuty, normalClause, normalDuty, speaksOfNothing } from './clause.ts';
import { joinedMembers, type JoinedMembers } from './joined.ts';
import { reachOf, type Reach } from './reach.ts';
import { sortedTexts, uniqueBy } from './sorted.ts';

/**
 * The documents of a ruleset in normal form: what is in force at its instant, and no more. Groups are expanded to
 * agencies and categories to coordinates; lineage, participation, reserves, reciprocity, suspensions and notices of
 * leaving are carried out; defaults and clauses without effect are left out; everything is sorted. Compiled at the same
 * instant, with the same consents and releases, they decide the same, clause by clause, and their own normal form is the
 * same. What the ruleset knew of clauses that are *not* in force is lost.
 */
export function decompile(ruleset: Ruleset): readonly Agreement[] {
  const isAgency = agenciesOf(ruleset);
  const reached = reachesOf(ruleset, isAgency);
  const joined = joinedMembers([...reached.values()].flatMap(({ from, to }) => [...from, ...to]));
  const clausesOf = clausesIn(ruleset, reached, joined, isAgency);
  const documents = [...ruleset.standing.values()].flatMap((standing) => {
    const clauses = uniqueBy(clausesOf(standing), ({ id }) => id);
    return clauses.length > 0 ? [documentOf(standing, clauses, ruleset)] : [];
  });
  return uniqueBy([...documents, ...joined.documents], ({ id }) => id);
}

/** Codes that no document founds as a group. */
function agenciesOf({ standing }: Ruleset): (code: string) => boolean {
  const groups = new Set([...standing.values()].flatMap(({ agreement }) => Object.keys(agreement.groups ?? {})));
  return (code) => !groups.has(code);
}

/** The reach of the rules that have one. */
function reachesOf(ruleset: Ruleset, isAgency: (code: string) => boolean): ReadonlyMap<string, Reach> {
  const clauses = new Map(
    [...ruleset.standing.values()].flatMap(({ agreement }) =>
      agreement.clauses.map((clause) => [`${agreement.id}#${clause.id}`, clause] as [ClauseId, Clause]),
    ),
  );
  const whereOf = ({ share, withhold }: Partial<Clause> = {}) => (share ?? withhold)?.where;
  const speaking = ruleset.rules.filter((rule) => !speaksOfNothing(rule));
  const reaches = speaking.map((rule) => [rule.id, reachOf(rule, whereOf(clauses.get(rule.id)), isAgency)] as const);
  return new Map(reaches.filter(([, { from, to }]) => from.length > 0 && to.length > 0));
}

function clausesIn(
  { rules, duties }: Ruleset,
  reached: ReadonlyMap<string, Reach>,
  { codeOf }: JoinedMembers,
  isAgency: (code: string) => boolean,
): (standing: AgreementAt) => readonly Clause[] {
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const dutyOf = new Map(duties.map((duty) => [duty.id, duty]));
  return ({ agreement }) =>
    agreement.clauses.flatMap((clause) => {
      const id: ClauseId = `${agreement.id}#${clause.id}`;
      const [rule, duty, reach] = [ruleOf.get(id), dutyOf.get(id), reached.get(id)];
      const ends = reach && { from: sortedTexts(reach.from.map(codeOf)), to: sortedTexts(reach.to.map(codeOf)) };
      const normal =
        rule && ends ? normalClause(clause, rule, ends) : duty && normalDuty(clause, endsOfDuty(duty, isAgency));
      return normal ? [normal] : [];
    });
}

/** The original's head, but for what has been carried out. */
function documentOf({ agreement }: AgreementAt, clauses: readonly Clause[], ruleset: Ruleset): Agreement {
  const { concordat, id, title, source, signed, effective, until } = agreement;
  const dates = { signed, effective, ...(until !== undefined && { until }) };
  const parties = partiesOf(agreement, ruleset);
  return { concordat, id, title, ...(source !== undefined && { source }), ...dates, parties, clauses };
}

/** A group is a party for its members. */
function partiesOf({ parties }: Agreement, { groups, standing }: Ruleset): readonly string[] {
  const charters = new Map([...standing.values()].flatMap(({ agreement }) => Object.entries(agreement.groups ?? {})));
  return sortedTexts(
    parties.flatMap((code) => [...(groups.get(code)?.keys() ?? charters.get(code)?.members ?? [code])]),
  );
}
