import { STAGES, selfAndWider, type Purpose, type Stage, type Term } from '../../schema/purposes.ts';
import { purposes } from '../../schema/purposes.ts';
import { viewerTerms } from '../../schema/viewers.ts';
import type { Recipient } from '../recipient.ts';
import type { Rule } from '../rule.ts';

/** What of a question may make a difference, and its values: codes that no clause tells apart stand together. */
export interface Context {
  readonly areas: readonly string[];
  readonly uses: readonly string[];
  /** Undefined: any that no clause names. */
  readonly role: string | undefined;
  /** Everything that clauses ask of viewers, or nothing. */
  readonly special: boolean;
  readonly officer: string | undefined;
  readonly stage: Stage;
  readonly search: string | undefined;
  readonly months: number | undefined;
}

/** Stands for the objects whose match was confirmed, for those that were released, and for those consented to. */
export const MATCHED = 'what was matched';
export const RELEASED = 'what was released';
export const CONSENTED = 'what was consented to';
export const REQUEST = 'any request';

/** Every question that these clauses can tell apart: one of each kind. */
export function contextsOf(rules: readonly Rule[]): readonly Context[] {
  return product({
    areas: classesOf(
      purposes.areas,
      named(rules, ({ purpose }) => purpose.areas),
    ),
    uses: classesOf(purposes.uses, [...named(rules, ({ purpose }) => purpose.uses), ...evidence(rules)]),
    role: [undefined, ...named(rules, ({ viewer }) => viewer.roles)],
    special: rules.some(asksSomethingSpecial) ? [false, true] : [false],
    officer: [undefined, ...named(rules, ({ viewer }) => viewer.officers)],
    stage: ['hit', ...STAGES.filter((stage) => stage !== 'hit' && rules.some((rule) => rule.purpose.stage === stage))],
    search: [undefined, ...named(rules, searchesOf)],
    months: [undefined, ...new Set(rules.flatMap(({ purpose }) => purpose.minPenaltyMonths ?? []))],
  });
}

/** The question that stands for a context. */
export function questionOf(context: Context, agency: string): { recipient: Recipient; purpose: Purpose } {
  const { areas, uses, role, special, officer, stage, search, months } = context;
  const everything = {
    trainings: [...viewerTerms.trainings.keys()],
    clearance: [...viewerTerms.clearances.keys()].at(-1)!,
    contactPoint: true,
  };
  return {
    recipient: {
      agency,
      role: role ?? 'any other',
      ...(special ? everything : {}),
      ...(officer === undefined ? {} : { sub: officer.slice(officer.indexOf(':') + 1) }),
    },
    purpose: {
      area: areas[0]!,
      use: uses[0]!,
      case: 'any',
      stage,
      matches: [MATCHED],
      request: REQUEST,
      ...(search === undefined ? {} : { search }),
      ...(months === undefined ? {} : { offence: { code: 'any', maxPenaltyMonths: months } }),
    },
  };
}

function named(rules: readonly Rule[], of: (rule: Rule) => readonly string[] | undefined): readonly string[] {
  return [...new Set(rules.flatMap((rule) => of(rule) ?? []))].sort();
}

function evidence(rules: readonly Rule[]): readonly string[] {
  return rules.some(({ obligations }) => obligations?.evidence) ? ['evidence'] : [];
}

function searchesOf({ purpose, obligations }: Rule): readonly string[] {
  return [...(purpose.searches ?? []), ...(obligations?.quotas ?? []).flatMap(({ search }) => search ?? [])];
}

function asksSomethingSpecial({ viewer }: Rule): boolean {
  return Boolean(viewer.trainings ?? viewer.clearance ?? viewer.contactPoint);
}

/** Terms that lie under the same named terms, in the order of the taxonomy. */
function classesOf(terms: ReadonlyMap<string, Term>, names: readonly string[]): readonly (readonly string[])[] {
  const classes = new Map<string, string[]>();
  for (const code of terms.keys()) {
    const key = selfAndWider(terms, code)
      .filter((wider) => names.includes(wider))
      .join();
    classes.set(key, [...(classes.get(key) ?? []), code]);
  }
  return [...classes.values()];
}

type Choices = { readonly [Key in keyof Context]: readonly Context[Key][] };

function product(choices: Choices): readonly Context[] {
  const keys = Object.keys(choices) as (keyof Context)[];
  const partial = keys.reduce<readonly Partial<Context>[]>(
    (known, key) => known.flatMap((context) => choices[key].map((value) => ({ ...context, [key]: value }))),
    [{}],
  );
  return partial as readonly Context[];
}
