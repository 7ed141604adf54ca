import { aRecord } from '../../agency/samples.ts';

export const drugs = aRecord({ originator: 'ICE', title: 'drugs', own: { seizureNumber: '2010-SZ-004711' } });
export const weapons = aRecord({
  originator: 'ICE',
  title: 'weapons',
  crimeAreas: ['weapons-trafficking'],
  own: { seizureNumber: '2010-SZ-004712' },
});
export const deaRecord = aRecord({ originator: 'DEA', title: 'theirs', own: { substance: 'fentanyl' } });

export const DATA = { ICE: [drugs, weapons], DEA: [deaRecord], FBI: [] };
