import { aHolding } from '../../support/holdings.ts';

export const ice = aHolding('ICE', { record: { title: 'a title', synopsis: 'a synopsis', office: 'an office' } });

export const DATA = { ICE: ice.all, DEA: [], ATF: [] };
