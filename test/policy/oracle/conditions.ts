import fc from 'fast-check';
import type { Where } from '../../../policy/agreement.ts';
import { some } from './chances.ts';
import { AREAS, DAYS, KINDS, PERSON_ROLES, REFERENCES } from './words.ts';

const bound = fc.oneof(fc.constantFrom(...DAYS), fc.constant('accession'));
const lists = (values: readonly string[]) =>
  fc.constantFrom('anyOf', 'allOf', 'noneOf').chain((how) => some(values).map((list) => ({ [how]: list })));
const codes = (values: readonly string[]) =>
  fc.oneof(
    fc.constantFrom(...values),
    fc.constantFrom('anyOf', 'noneOf').chain((how) => some(values).map((list) => ({ [how]: list }))),
  );
const dates = fc.oneof(
  bound.map((from) => ({ from })),
  bound.map((until) => ({ until })),
  fc.constant({ from: DAYS[0]!, until: DAYS[2]! }),
  fc.constantFrom(...DAYS),
  some(DAYS).map((noneOf) => ({ noneOf })),
);
const named = (names: readonly string[], test: fc.Arbitrary<Where[string]>): fc.Arbitrary<Where> =>
  fc.tuple(fc.constantFrom(...names), test).map(([name, value]) => ({ [name]: value }));

const label: fc.Arbitrary<Where> = fc.oneof(
  named(['crimeAreas', 'record.crimeAreas', 'case.crimeAreas'], lists(AREAS)),
  named(['program', 'record.program', 'case.program'], codes(['OCDETF', 'HIDTA'])),
  named(['kind', 'record.kind'], codes(KINDS)),
  named(['recordedOn', 'record.recordedOn', 'occurredOn'], dates),
  named(['openedOn', 'case.openedOn'], dates),
  named(['minor', 'person.minor'], fc.boolean()),
  named(['person.dataSubjectCategory', 'dataSubjectCategory'], codes(PERSON_ROLES)),
  named(['person.nationalities'], lists(['US', 'RU'])),
  named(['person.nationalOf', 'nationalOf'], fc.constantFrom('originator', 'recipient')),
  named(['case.status', 'status'], codes(['OPEN', 'CLOSED'])),
  named(['reference', 'record.reference', 'case.reference', 'person.reference'], codes(REFERENCES)),
  named(['handlingCodes', 'record.handlingCodes'], lists(['H1', 'H2'])),
  named(['groupKind', 'group.groupKind'], codes(['cartel', 'street-gang'])),
  named(['contactRole', 'contact.contactRole'], codes(['ATTACHE', 'PROSECUTOR'])),
  named(['onCall'], fc.boolean()),
);

/** Conditions of every form. */
export const { where } = fc.letrec<{ where: Where }>((tie) => ({
  where: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: label },
    { weight: 1, arbitrary: fc.tuple(label, label).map(([a, b]) => ({ ...a, ...b })) },
    { weight: 1, arbitrary: fc.array(tie('where'), { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })) },
    { weight: 1, arbitrary: fc.array(tie('where'), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })) },
    { weight: 1, arbitrary: tie('where').map((not) => ({ not })) },
  ),
}));
