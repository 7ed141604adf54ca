import type { EntityType } from '../schema/contract.ts';
import { ALWAYS, allOf, anyOf, not, test, within, type Condition, type LabelRef } from './condition/condition.ts';

/**
 * What the originator's own marks on a record, and the third-party rule, leave to a recipient: they can only narrow
 * what clauses disclose. Unknown marks leave nothing.
 */
export function handlingAllows(recipient: string, family: EntityType): Condition {
  switch (family) {
    case 'LiaisonContact':
      return ALWAYS;
    case 'Record':
    case 'Case':
      return marksOfRecordAllow(recipient);
    default:
      return allOf([subjectOfSomething, marksOfRecordAllow(recipient)]);
  }
}

/** A subject that stands alone tells nothing of the marks on the records that speak of it: it is not shown. */
const subjectOfSomething = anyOf([within('Record'), within('Case')]);

function marksOfRecordAllow(recipient: string): Condition {
  return anyOf([not(within('Record')), marksAllow(recipient)]);
}

function marksAllow(recipient: string): Condition {
  return allOf([
    anyOf([
      test(mark('releasableTo'), { op: 'none' }),
      test(mark('releasableTo'), { op: 'anyOf', values: [recipient] }),
    ]),
    not(test(mark('notReleasableTo'), { op: 'anyOf', values: [recipient] })),
    test(mark('originatorConsent'), { op: 'equals', value: false }),
    anyOf([test(mark('obtainedFrom'), { op: 'none' }), test(mark('obtainedFrom'), { op: 'equals', value: recipient })]),
  ]);
}

function mark(name: string): LabelRef {
  return { name, owners: ['Record'] };
}
