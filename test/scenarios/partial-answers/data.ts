import { aHolding } from '../../support/holdings.ts';

export const held = { ICE: aHolding('ICE'), FBI: aHolding('FBI'), DEA: aHolding('DEA') };
export const DATA = { ICE: held.ICE.all, FBI: held.FBI.all, DEA: held.DEA.all };
