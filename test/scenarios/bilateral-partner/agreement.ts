import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Agreement } from '../../../policy/agreement.ts';

/** The sample agreement of ICE and ICRF, as it is shipped. */
export const AGREEMENT = parse(
  readFileSync(new URL('../../../agreements/ice-icrf-2010.yaml', import.meta.url), 'utf8'),
) as Agreement;
