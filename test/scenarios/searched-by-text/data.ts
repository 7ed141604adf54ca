import type { RecordValues } from '../../agency/samples.ts';
import { aRecord } from '../../agency/samples.ts';

const nothing = { title: 'A title', synopsis: 'A synopsis.', narrative: 'A narrative.' };

function record(originator: string, values: RecordValues) {
  return aRecord({ ...nothing, ...values, originator });
}

export const byTitle = record('ICE', { title: 'Two pallets of ephedrine in a warehouse' });
export const bySynopsis = record('ICE', { synopsis: 'Ephedrine was found.' });
export const inNarrative = record('ICE', { narrative: 'They spoke of ephedrine.' });
export const otherArea = record('ICE', { synopsis: 'Ephedrine, too.', crimeAreas: ['cybercrime'] });
export const withheld = record('ICE', { title: 'Ephedrine ephedrine ephedrine', program: 'HIDTA' });
export const shown = record('FBI', { title: 'Ephedrine by the pound' });
export const masked = record('FBI', { title: 'Ephedrine elsewhere', crimeAreas: ['cybercrime'] });
export const dated = record('ATF', { title: 'Ephedrine and arms' });
export const own = record('DEA', { narrative: 'Their own ephedrine.' });

export const DATA = {
  ICE: [byTitle, bySynopsis, inNarrative, otherArea, withheld],
  FBI: [shown, masked],
  ATF: [dated],
  DEA: [own],
};
