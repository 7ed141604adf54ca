import { aHolding } from '../../support/holdings.ts';

export const ice = aHolding('ICE', { record: { title: 'a title of ICE', synopsis: 'a synopsis of ICE' } });

export const DATA = {
  ICE: ice.all,
  FBI: aHolding('FBI', { record: { title: 'a title of the FBI' } }).all,
  DEA: aHolding('DEA').all,
  ATF: [],
};
