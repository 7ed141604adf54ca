import { GOODS } from './areas/goods.ts';
import { MONEY } from './areas/money.ts';
import { PERSONS } from './areas/persons.ts';
import type { Repertoire } from './repertoire.ts';

/** What matters are made of, by code of `schema/purposes.yaml`. */
export const REPERTOIRES: Readonly<Record<string, Repertoire>> = { ...GOODS, ...MONEY, ...PERSONS };
