import type { Share, Withhold } from '../../agreement.ts';
import { oneOf } from './label-test.ts';
import { labelNamed, type LabelTypes } from './labels.ts';
import { ALWAYS, NEVER, every, known, some, type Truths } from './truths.ts';

/** The objects that a clause's `records`, `cases` and `dataSubjects` leave. */
export function objectsOf(scope: Share | Withhold, labels: LabelTypes): Truths {
  return every([containersOf(scope, labels), personsOf(scope, labels)]);
}

/**
 * With `records` or `cases`: those, and the subjects in them. A record in a case is a record, of which `records` decides.
 * Contacts stand on their own.
 */
function containersOf({ records, cases }: Share | Withhold, labels: LabelTypes): Truths {
  if (!records && !cases) return ALWAYS;
  const kind = labelNamed('record.kind', labels);
  const inRecords = records && kind ? every([known('resource has record'), oneOf(kind, records)]) : NEVER;
  const inCases = cases ? every([known('resource.family != "Record"'), known('resource has case')]) : NEVER;
  return some([known('resource.family == "LiaisonContact"'), inRecords, inCases]);
}

/** Persons only in these roles; what is no person is not affected. */
function personsOf({ dataSubjects }: Share | Withhold, labels: LabelTypes): Truths {
  const role = labelNamed('person.dataSubjectCategory', labels);
  if (!dataSubjects || !role) return ALWAYS;
  return some([known('resource.family != "Person"'), oneOf(role, dataSubjects)]);
}
