import { aRecord } from '../../agency/samples.ts';

export const drugs = aRecord({ originator: 'ICE', title: 'A parcel' });
export const cyber = aRecord({ originator: 'ICE', title: 'A server', crimeAreas: ['cybercrime'] });
export const sealed = aRecord({
  originator: 'ICE',
  title: 'A sealed matter',
  handling: { releasableTo: [], notReleasableTo: ['USAO'], originatorConsent: false, notAsEvidence: false, codes: [] },
});
