import { aCase, aPerson, aRecord, type RecordValues } from '../../agency/samples.ts';

const nothing = { title: 'A title', synopsis: 'A synopsis.', narrative: 'A narrative.' };
const drugs = { crimeAreas: ['drug-trafficking'] };
const cyber = { crimeAreas: ['cybercrime'] };

function record(originator: string, values: RecordValues) {
  return aRecord({ ...nothing, ...drugs, ...values, originator });
}

export const NUMBER = '+1 202 555 0143';
export const person = aPerson({ originator: 'ICE', phones: [NUMBER] });
const known = aPerson({ originator: 'FBI', phones: [NUMBER] });

export const byTitle = record('ICE', { title: 'Ephedrine, two pallets', recordedOn: '2010-01-01' });
export const bySynopsis = record('ICE', {
  synopsis: 'Ephedrine was found.',
  recordedOn: '2010-02-02',
  subjectIds: [person.id],
});
export const inNarrative = record('ICE', { narrative: 'They spoke of ephedrine.' });
export const otherArea = record('ICE', { synopsis: 'Ephedrine, too.', ...cyber });
export const withheld = record('ICE', { title: 'Ephedrine ephedrine', program: 'HIDTA' });
export const shown = record('FBI', { title: 'Ephedrine by the pound', recordedOn: '2010-03-03' });
export const masked = record('FBI', { title: 'Ephedrine elsewhere', subjectIds: [known.id], ...cyber });
export const dated = record('ATF', { title: 'Ephedrine and arms' });
export const own = record('DEA', { narrative: 'Their own ephedrine.', recordedOn: '2010-04-04' });

const nobody = { title: 'A case', summary: 'It.' };
export const caseByTitle = aCase({ ...nobody, ...drugs, originator: 'ICE', title: 'Operation Ephedrine' });
export const caseBySummary = aCase({ ...nobody, ...drugs, originator: 'ICE', summary: 'A ring that sold ephedrine.' });
export const caseOfOtherArea = aCase({ ...nobody, ...cyber, originator: 'ICE', summary: 'Ephedrine on line.' });

export const DATA = {
  ICE: [person, byTitle, bySynopsis, inNarrative, otherArea, withheld, caseByTitle, caseBySummary, caseOfOtherArea],
  FBI: [known, shown, masked],
  ATF: [dated],
  DEA: [own],
};
