import { aRecord } from '../../agency/samples.ts';

export const record = aRecord({ originator: 'ICE', title: 'A parcel' });

export const DATA = {
  ICE: [record],
  FBI: [aRecord({ originator: 'FBI' })],
  ATF: [aRecord({ originator: 'ATF' })],
  DEA: [],
};
