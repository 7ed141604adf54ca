import type { EntityType } from '../schema/contract.ts';
import { ALWAYS, allOf, anyOf, not, test, within, type Condition, type LabelRef } from './condition/condition.ts';
import type { Consents } from './consents.ts';
import { referredTo } from './references.ts';

/** To whom something would go, what for, and what was consented to. */
export interface Release {
  readonly recipient: string;
  readonly consents: Consents;
  /** It is to be used as evidence. */
  readonly evidence: boolean;
}

/**
 * What the originator's own marks on a record, and the third-party rule, leave to a recipient: they can only narrow
 * what clauses disclose. Unknown marks leave nothing.
 */
export function handlingAllows(family: EntityType, release: Release): Condition {
  return once(handlingConditions, family, release, () =>
    allOf([thirdPartiesAllow(family, release), inRecord(family, marksAllow(family, release))]),
  );
}

/** What the third-party rule alone leaves: no clause of the originator can release what another party's is. */
export function thirdPartiesAllow(family: EntityType, release: Release): Condition {
  return once(thirdPartyConditions, family, release, () => thirdPartyRule(family, release));
}

function thirdPartyRule(family: EntityType, { recipient, consents }: Release): Condition {
  const consented = [...consents.thirdParty].map(([party, references]) =>
    allOf([test(mark('obtainedFrom'), { op: 'equals', value: party }), referredTo(references, family)]),
  );
  const own = [
    test(mark('obtainedFrom'), { op: 'none' }),
    test(mark('obtainedFrom'), { op: 'equals', value: recipient }),
  ];
  return inRecord(family, anyOf([...own, ...consented]));
}

/** A subject that stands alone tells nothing of the marks on the records that speak of it: it is not shown. */
const subjectOfSomething = anyOf([within('Record'), within('Case')]);

function inRecord(family: EntityType, allows: Condition): Condition {
  if (family === 'LiaisonContact') return ALWAYS;
  const rows = anyOf([not(within('Record')), allows]);
  return family === 'Record' || family === 'Case' ? rows : allOf([subjectOfSomething, rows]);
}

function marksAllow(family: EntityType, { recipient, consents, evidence }: Release): Condition {
  const marks = allOf([
    anyOf([
      test(mark('releasableTo'), { op: 'none' }),
      test(mark('releasableTo'), { op: 'anyOf', values: [recipient] }),
    ]),
    not(test(mark('notReleasableTo'), { op: 'anyOf', values: [recipient] })),
    test(mark('originatorConsent'), { op: 'equals', value: false }),
    evidence ? test(mark('notAsEvidence'), { op: 'equals', value: false }) : ALWAYS,
  ]);
  return anyOf([marks, referredTo(consents.own, family)]);
}

function mark(name: string): LabelRef {
  return { name, owners: ['Record'] };
}

type Memo = WeakMap<Release, Map<EntityType, Condition>>;

const handlingConditions: Memo = new WeakMap();
const thirdPartyConditions: Memo = new WeakMap();

/** Every field of a family asks for the same. */
function once(memo: Memo, family: EntityType, release: Release, compute: () => Condition): Condition {
  const byFamily = memo.get(release) ?? new Map<EntityType, Condition>();
  memo.set(release, byFamily);
  const condition = byFamily.get(family) ?? compute();
  byFamily.set(family, condition);
  return condition;
}
