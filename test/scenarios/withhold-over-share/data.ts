import { aCase, aGroup, aPerson, aRecord } from '../../agency/samples.ts';

const ice = { originator: 'ICE' };
const named = (romanized: string) => ({ original: romanized, script: 'Latn', romanized });

export const suspect = aPerson({ ...ice, surname: named('SUSPECT') });
export const victim = aPerson({ ...ice, surname: named('VICTIM'), dataSubjectCategory: 'VICTIM' });
export const minor = aPerson({ ...ice, surname: named('MINOR'), minor: true });
export const ofUnknownAge = aPerson({ ...ice, surname: named('UNKNOWN'), minor: null });
export const group = aGroup({ ...ice, names: ['Elm Street Ring'] });

const subjectIds = [suspect, victim, minor, ofUnknownAge, group].map(({ id }) => id);
export const closedCase = aCase({ ...ice, title: 'closed', status: 'CLOSED', subjectIds: [suspect.id, group.id] });
export const openCase = aCase({ ...ice, title: 'open', subjectIds: [suspect.id, group.id] });
export const report = aRecord({ ...ice, title: 'report', caseId: openCase.id, subjectIds });
export const money = aRecord({
  ...ice,
  title: 'money',
  kind: 'FINANCIAL_MATERIAL',
  caseId: closedCase.id,
  subjectIds: [suspect.id],
  investigation: null,
});

export const DATA = {
  ICE: [suspect, victim, minor, ofUnknownAge, group, closedCase, openCase, report, money],
  FBI: [],
  DEA: [],
};
