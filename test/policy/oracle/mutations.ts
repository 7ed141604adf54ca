import { divergences, exportOf } from './compare.ts';
import type { Question } from './question.ts';
import type { World } from './worlds.ts';

/** A mistake that is made in exported policies on purpose: what the text becomes. Undefined: the policy is left out. */
type Mutation = (policy: string, id: string) => string | undefined;

const withoutAny =
  (start: string): Mutation =>
  (policy, id) =>
    id.startsWith(start) ? undefined : policy;
const instead =
  (search: string | RegExp, by: string, only: 'permit' | 'forbid' | '' = ''): Mutation =>
  (policy) =>
    policy.includes(`\n${only}`) ? policy.replaceAll(search, by) : policy;

/** A clause that withholds is left out. */
export const WITHOUT_A_FORBID: Mutation = (policy, id) =>
  policy.includes('\nforbid') && !id.startsWith('marks#') ? undefined : policy;

/** What is not known no longer makes a withholding effective. */
export const UNKNOWN_IS_FALSE: Mutation = instead(/else true\)/g, 'else false)', 'forbid');

/** What is generalised is shown in full. */
export const IN_FULL: Mutation = instead(
  '[Action::"show-generalised", Action::"show-masked"]',
  '[Action::"show-full", Action::"show-generalised", Action::"show-masked"]',
);

/** Mistakes, each in one word of the language. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'a withholding clause is left out': WITHOUT_A_FORBID,
  'what is not known opens': UNKNOWN_IS_FALSE,
  'what is not known shares': instead(
    /&& resource\.\w+\.(\w+)\.containsAny/g,
    '|| true || resource.record.kind.containsAny',
    'permit',
  ),
  'generalised is full': IN_FULL,
  'masked is generalised': instead('[Action::"show-masked"]', '[Action::"show-generalised", Action::"show-masked"]'),
  'releasableTo is left out': withoutAny('marks#releasableTo'),
  'notReleasableTo is left out': withoutAny('marks#notReleasableTo'),
  'originatorConsent is left out': withoutAny('marks#originatorConsent'),
  'notAsEvidence is left out': withoutAny('marks#notAsEvidence'),
  'the third-party rule is left out': withoutAny('marks#obtainedFrom'),
  'subjects stand alone': withoutAny('marks#standing-alone'),
  'nothing overrides': instead(/unless \{[^}]*\}/g, ''),
  'areas do not include those under them': instead(/context\.purpose\.area in Area/g, 'context.purpose.area == Area'),
  'the role does not matter': instead(/\[[^\]]*\]\.contains\(principal\.role\)/g, 'true', 'permit'),
  'trainings do not matter': instead(/principal\.trainings\.containsAll\([^)]*\)/g, 'true'),
  'clearance does not matter': instead(/principal\.clearance >= \d/g, 'true'),
  'any officer will do': instead(/principal == Viewer::"[^"]*"/g, 'true'),
  'the contact point is anybody': instead('principal.contactPoint', 'true'),
  'the kind of search does not matter': instead(/\[[^\]]*\]\.contains\(context\.purpose\.search\)/g, 'true'),
  'the stage does not matter': instead(/context\.purpose\.stage >= \d/g, 'true'),
  'matches do not matter': instead(/context\.purpose\.matches\.containsAny\([^)]*\)/g, 'true'),
  'any request was released': instead(/\[[^\]]*\]\.contains\(context\.purpose\.request\)/g, 'true'),
  'the sentence does not matter': instead(/context\.purpose\.offence\.maxPenaltyMonths >= \d+/g, 'true'),
  'the day of joining does not matter': instead(/\.day >= datetime\("20[^"]*"\)/g, '.day >= datetime("1900-01-01")'),
  'nobody consents': instead(/resource\.record\.reference\.containsAny\(\[[^\]]*\]\)/g, 'false', 'forbid'),
};

/** Whether some answer changes by a mistake in what is exported. */
export function notices(world: World, questions: readonly Question[], mutation: Mutation): boolean {
  const exported = exportOf(world);
  const policies = mutated(exported.policies, mutation);
  return policies !== undefined && divergences(world, questions, { ...exported, policies }).length > 0;
}

/** Policies with a mistake in them; undefined: they have no place for it. */
function mutated(policies: ReadonlyMap<string, string>, mutation: Mutation): ReadonlyMap<string, string> | undefined {
  const changed = [...policies].flatMap(([id, policy]) => {
    const text = mutation(policy, id);
    return text === undefined ? [] : [[id, text] as const];
  });
  const same = changed.length === policies.size && changed.every(([id, text]) => policies.get(id) === text);
  return same ? undefined : new Map(changed);
}
