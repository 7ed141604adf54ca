import { aRecord } from '../../agency/samples.ts';

export const early = aRecord({ originator: 'ICE', title: 'early', occurredOn: '2010-01-01' });
export const late = aRecord({ originator: 'ICE', title: 'late', occurredOn: '2010-02-01' });
export const theirs = aRecord({ originator: 'FBI', title: 'theirs', occurredOn: '2009-01-01' });

export const DATA = { ICE: [early, late], FBI: [theirs], DEA: [] };
