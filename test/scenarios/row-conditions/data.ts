import type { StoredRecord } from '../../../subgraphs/agency/rows/stored.ts';
import { aCase, aGroup, aPerson, aRecord } from '../../agency/samples.ts';

const ice = { originator: 'ICE' };
const marks = { releasableTo: [], notReleasableTo: [], originatorConsent: false, notAsEvidence: false, codes: [] };
const record = (title: string, values: Partial<StoredRecord> = {}) =>
  aRecord({ ...ice, title, office: 'Elko', ...values });

export const suspects = [aPerson(ice), aPerson(ice)] as const;
export const witness = aPerson({ ...ice, dataSubjectCategory: 'WITNESS' });
export const group = aGroup({ ...ice, memberIds: [suspects[0].id, witness.id] });
export const openCase = aCase({ ...ice, title: 'open case', subjectIds: [suspects[0].id] });
export const closedCase = aCase({ ...ice, title: 'closed case', status: 'CLOSED', closedOn: '2011-01-01' });

/** Records that both DEA and FBI see. */
export const SHOWN = [
  record('in the area', { caseId: openCase.id, subjectIds: [suspects[0].id, witness.id, group.id, suspects[1].id] }),
  record('in another area too', { crimeAreas: ['cybercrime', 'drug-trafficking'] }),
  record('on the first day', { recordedOn: '2010-01-01' }),
  record('on the last day', { recordedOn: '2010-12-31' }),
  record('in a closed case', { caseId: closedCase.id }),
  record('released to both', { handling: { ...marks, releasableTo: ['DEA', 'FBI'] } }),
  record('with marks that say nothing', { handling: marks, obtainedFrom: null }),
];

/** Records that neither sees, by why not. */
export const HIDDEN = [
  record('in no area', { crimeAreas: [] }),
  record('in another area', { crimeAreas: ['cybercrime'] }),
  record('in an area that is excepted', { crimeAreas: ['drug-trafficking', 'terrorism'] }),
  record('a day early', { recordedOn: '2009-12-31' }),
  record('a day late', { recordedOn: '2011-01-01' }),
  record('of no known date', { recordedOn: null }),
  record('of another programme', { program: 'HIDTA' }),
  record('of no known programme', { program: null }),
  record('of another kind', { kind: 'FINANCIAL_MATERIAL', investigation: null }),
  without('handling', record('of unknown handling')),
  without('obtainedFrom', record('of unknown origin')),
  record('on which ICE wants to be asked', { handling: { ...marks, originatorConsent: true } }),
  record('obtained from abroad', { obtainedFrom: { party: 'ICRF', agreement: null } }),
  record('released to others', { handling: { ...marks, releasableTo: ['ATF'] } }),
];

/** Records that only FBI sees. */
export const SHOWN_TO_FBI = [
  record('released to FBI', { handling: { ...marks, releasableTo: ['FBI'] } }),
  record('not for DEA', { handling: { ...marks, notReleasableTo: ['DEA'] } }),
  record('obtained from FBI', { obtainedFrom: { party: 'FBI', agreement: null } }),
];

/** A record whose narrative is shown too, by its office. */
export const fromReno = record('from Reno', { office: 'Reno District Office' });

export const DATA = {
  ICE: [...suspects, witness, group, openCase, closedCase, ...SHOWN, ...HIDDEN, ...SHOWN_TO_FBI, fromReno],
};

/** A record whose agency never said. */
function without(field: 'handling' | 'obtainedFrom', record: StoredRecord): StoredRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field)) as unknown as StoredRecord;
}
