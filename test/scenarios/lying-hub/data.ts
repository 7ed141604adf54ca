import { aHolding } from '../../support/holdings.ts';

export const held = {
  ICE: aHolding('ICE', { record: { title: 'A parcel' } }),
  hidden: aHolding('ICE', { record: { title: 'A server', crimeAreas: ['cybercrime'] } }),
  FBI: aHolding('FBI', { record: { title: 'A letter' } }),
  ATF: aHolding('ATF', { record: { title: 'A rifle' } }),
  DEA: aHolding('DEA', { record: { title: 'A phone call' } }),
};

export const DATA = {
  ICE: [...held.ICE.all, ...held.hidden.all],
  FBI: held.FBI.all,
  ATF: held.ATF.all,
  DEA: held.DEA.all,
};
