import type { Notice, SignedNotice } from '../../policy/notice.ts';
import { effectOf } from '../../policy/notice-effect.ts';
import type { ClauseId } from '../../policy/clause-id.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import { dutiesLost, flowsLost, type Flow } from './flows.ts';
import { rulesetOn, type Ground } from './ground.ts';

/** What a notice changes, from the instant on at which it has effect. */
export interface Effects {
  /** RFC 3339. */
  readonly effective: string;
  /** Days of notice of the agreement, which a termination waits for. */
  readonly noticeDays: number;
  readonly closes: readonly Flow[];
  readonly opens: readonly Flow[];
  /** Clauses under which de-confliction ends, and begins again. */
  readonly endsDuties: readonly ClauseId[];
  readonly restoresDuties: readonly ClauseId[];
  /** Clauses of the agreement that withhold, before and after. */
  readonly stays: readonly ClauseId[];
  /** Clauses under which a release shows something. */
  readonly releases: readonly ClauseId[];
}

/** Compares the rulesets without and with a notice. */
export function effectsOf(signed: SignedNotice, ground: Ground): Effects {
  const { notice } = signed;
  const agencies = new Set(ground.opened.parties.agencies.map(({ code }) => code));
  const at = effectOf(notice, ground.signed.agreement);
  const before = rulesetOn(ground, at);
  const after = rulesetOn(ground, at, [...ground.opened.notices, signed]);
  return {
    effective: at.toISOString(),
    noticeDays: ground.signed.agreement.noticeDays ?? 0,
    closes: flowsLost(before, after, agencies),
    opens: flowsLost(after, before, agencies),
    endsDuties: dutiesLost(before, after),
    restoresDuties: dutiesLost(after, before),
    stays: withholdingOf(notice, after),
    releases: releasing(notice, after),
  };
}

function withholdingOf({ agreement }: Notice, { rules }: Ruleset): readonly ClauseId[] {
  return rules.filter(({ id, effect }) => effect === 'withhold' && id.startsWith(`${agreement}#`)).map(({ id }) => id);
}

function releasing(notice: Notice, { rules }: Ruleset): readonly ClauseId[] {
  if (notice.kind !== 'release') return [];
  const own = rules.filter(({ id, effect }) => effect === 'share' && id.startsWith(`${notice.agreement}#`));
  const opened = own.filter(({ purpose: { stage, released } }) => stage === 'follow-up' || released);
  const between = opened.filter(({ from, to }) => from.has(notice.party) && notice.to.some((code) => to.has(code)));
  return between.map(({ id }) => id);
}
