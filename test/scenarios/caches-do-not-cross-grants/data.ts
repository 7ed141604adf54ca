import { aHolding } from '../../support/holdings.ts';

export const { record, all } = aHolding('ICE');
