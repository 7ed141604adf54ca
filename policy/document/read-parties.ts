import { PARTIES_SCHEMA } from '../../schema/json-schemas.ts';
import type { AgencyEntry, Parties } from '../parties.ts';
import type { Locator } from './locate.ts';
import { inReadingOrder, type Mistake } from './mistake.ts';
import { shapeOf } from './shape.ts';
import { parseYaml } from './yaml.ts';

/** The parties, or every mistake in their file. */
export type ReadParties =
  | { readonly kind: 'valid'; readonly parties: Parties; readonly at: Locator }
  | { readonly kind: 'broken'; readonly mistakes: readonly Mistake[] };

const SHAPE = shapeOf(PARTIES_SCHEMA);

/** What no two agencies may have in common: an issuer vouches for one agency's viewers, a prefix names its types. */
const OWN = ['code', 'prefix', 'issuer'] as const;

/** Reads the parties from the text of their file. Never throws. */
export function readParties(file: string, text: string): ReadParties {
  const parsed = parseYaml(file, text);
  if (parsed.kind === 'broken') return { kind: 'broken', mistakes: inReadingOrder(parsed.mistakes) };
  const shape = SHAPE.mistakes(file, parsed.value, parsed.at);
  if (shape.length > 0) return { kind: 'broken', mistakes: inReadingOrder(shape) };
  const parties = parsed.value as Parties;
  const shared = OWN.flatMap((key) => sharedValues(file, parties.agencies, key, parsed.at));
  if (shared.length > 0) return { kind: 'broken', mistakes: inReadingOrder(shared) };
  return { kind: 'valid', parties, at: parsed.at };
}

function sharedValues(
  file: string,
  agencies: readonly AgencyEntry[],
  key: (typeof OWN)[number],
  at: Locator,
): readonly Mistake[] {
  return agencies.flatMap((agency, index) => {
    const first = agencies.findIndex((other) => other[key] === agency[key]);
    if (first === index) return [];
    const message = `\`${agency[key]}\` is the ${key} of another agency too`;
    return [{ file, ...at.value(['agencies', index, key]), message }];
  });
}
