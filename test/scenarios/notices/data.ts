import { aRecord } from '../../agency/samples.ts';

const ofIce = { originator: 'ICE', narrative: 'At the pier.', synopsis: 'A van.' };
const fromFbi = { obtainedFrom: { party: 'FBI', agreement: null } };

export const own = aRecord({ ...ofIce, title: 'own' });
export const another = aRecord({ ...ofIce, title: 'another' });

/** What ICE holds from FBI. */
export const theirs = aRecord({ ...ofIce, ...fromFbi, title: 'theirs' });
export const alsoTheirs = aRecord({ ...ofIce, ...fromFbi, title: 'also theirs' });
