import { aHolding } from '../../support/holdings.ts';

/** What no answer may hold: it is FBI's, and nobody shares it. */
export const FBI_SECRET = 'what-the-informant-of-FBI-said';

export const held = {
  ICE: aHolding('ICE', { record: { title: 'A parcel' } }),
  FBI: aHolding('FBI', { record: { title: 'A letter', narrative: FBI_SECRET } }),
  DEA: aHolding('DEA', { record: { title: 'A phone call' } }),
};

export const DATA = { ICE: held.ICE.all, FBI: held.FBI.all, DEA: held.DEA.all };
