import { Held } from '../../shared/held.ts';

/** Where the schema is shown, while its tab is. */
export const schemaPlace = new Held<HTMLElement | null>(null);
