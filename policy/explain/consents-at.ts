import { purposes } from '../../schema/purposes.ts';
import { consentsFor, type ConsentScope, type Consents } from '../consents.ts';
import { hasEffect } from '../notice-effect.ts';
import type { Ruleset, RulesetSource } from '../ruleset.ts';

/** What originators consented to and released, as the notices stand at an instant. */
export type ConsentsOf = (scope: ConsentScope) => Consents;

/** Reads consents and releases as the ruleset does that was compiled from the same source for the same instant. */
export function consentsAt({ notices = [] }: RulesetSource, { standing, groups }: Ruleset, at: Date): ConsentsOf {
  const effective = notices
    .map(({ notice }) => notice)
    .filter((notice) => hasEffect(notice, standing.get(notice.agreement)?.agreement ?? {}, at));
  return (scope) => consentsFor(effective, scope, groups, purposes);
}
