import { CONTRACT_SDL } from '../../../schema/contract.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { argumentDeviations } from './arguments.ts';
import { readDeclared, type Declared } from './declared.ts';
import { entityDeviations } from './entities.ts';
import { ownDeviations } from './own.ts';
import { textSearchDeviations, textSearchTypes } from './text-search.ts';
import { valueDeviations } from './values.ts';

const CONTRACT = readDeclared(CONTRACT_SDL);

/**
 * Checks the SDL of an agency's subgraph, in whatever language it is written, against the shared contract.
 * @param sdl as `{ _service { sdl } }` answers it
 * @returns everything that keeps the agency from joining, in words; none: it conforms
 */
export function checkConformance(sdl: string, { prefix }: Pick<AgencyEntry, 'prefix'>): readonly string[] {
  const declared = tryRead(sdl);
  if (typeof declared === 'string') return [declared];
  const deviations = [
    ...federationDeviations(sdl),
    ...entityDeviations(declared, CONTRACT, prefix),
    ...valueDeviations(declared, CONTRACT, prefix),
    ...ownDeviations(declared, new Map([...CONTRACT, ...textSearchTypes(prefix)]), prefix),
    ...textSearchDeviations(declared, prefix),
    ...argumentDeviations(sdl, prefix),
  ];
  return [...new Set(deviations)];
}

function tryRead(sdl: string): Declared | string {
  try {
    return readDeclared(sdl);
  } catch (error) {
    return `the SDL cannot be parsed: ${error instanceof Error ? error.message : 'unknown'}`;
  }
}

function federationDeviations(sdl: string): readonly string[] {
  return /specs\.apollo\.dev\/federation\/v2\.\d/.test(sdl) ? [] : ['the schema must `@link` Federation 2'];
}
