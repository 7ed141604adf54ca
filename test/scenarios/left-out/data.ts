import { aHolding } from '../../support/holdings.ts';

export const ice = aHolding('ICE');
export const fbi = aHolding('FBI');
