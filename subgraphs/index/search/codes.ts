import { suggest } from '../../../policy/document/suggest.ts';
import { purposes } from '../../../schema/purposes.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';

/** Codes that every viewer may know: what is none of them finds nothing, and is refused rather than looked for. */
interface Codes {
  /** What one is a code of: `an agency`. */
  readonly of: string;
  readonly known: Iterable<string>;
  /** Where all of them stand. */
  readonly listed: string;
}

/** The hub's errors reach viewers up to 500 characters. */
const LONGEST_HINT = 400;

/**
 * Refuses codes of agencies that the exchange does not have. `agencies` tells the same of them to every viewer.
 * @throws DeclaredError `BAD_FILTER`
 */
export function requireAgencies(name: string, codes: readonly string[], known: Iterable<string>): void {
  requireKnown(name, codes, { of: 'an agency', known, listed: '`agencies` lists them' });
}

/**
 * Refuses what are no areas of crime.
 * @throws DeclaredError `BAD_FILTER`
 */
export function requireAreas(name: string, codes: readonly string[]): void {
  const known = purposes.areas.keys();
  requireKnown(name, codes, { of: 'an area of crime', known, listed: 'docs/searching.md lists them' });
}

/**
 * Refuses what is not written as a country is.
 * @throws DeclaredError `BAD_FILTER`
 */
export function requireCountries(name: string, codes: readonly string[]): void {
  const at = codes.findIndex((code) => !/^[A-Z]{2}$/u.test(code));
  if (at < 0) return;
  refuse(INDEX_ERRORS.BAD_FILTER, `\`${name}[${at}]\` is no country, two capital letters (ISO 3166-1)`);
}

/** INVARIANT: says where it stands and what there is, never what was given: somebody may have put a name there. */
function requireKnown(name: string, codes: readonly string[], { of, known, listed }: Codes): void {
  const all = new Set(known);
  const at = codes.findIndex((code) => !all.has(code));
  if (at < 0) return;
  const hint = suggest(codes[at]!, all) ?? listed;
  const told = hint.length <= LONGEST_HINT ? hint : listed;
  refuse(INDEX_ERRORS.BAD_FILTER, `\`${name}[${at}]\` is no code of ${of}: ${told}`);
}
