import { aRecord } from '../../agency/samples.ts';

const ice = { originator: 'ICE' };
const intercept = { kind: 'WIRETAP_INTERCEPT', investigation: null } as const;

export const report = aRecord({ ...ice, title: 'a report', crimeAreas: ['drug-trafficking'] });
export const heard = aRecord({
  ...ice,
  ...intercept,
  title: 'an intercept',
  crimeAreas: ['drug-trafficking', 'terrorism'],
});
export const fbi = aRecord({ originator: 'FBI', program: 'OCDETF', crimeAreas: ['terrorism'] });

export const WITH = { ICE: [report, heard], FBI: [fbi], DEA: [] };
export const WITHOUT = { ICE: [report], FBI: [], DEA: [] };
