import { aHolding } from '../../support/holdings.ts';

export const DATA = { ICE: aHolding('ICE', { record: { narrative: 'where they are held' } }).all, DEA: [] };
