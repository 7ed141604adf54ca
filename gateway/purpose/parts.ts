import { didYouMean } from '../../policy/document/suggest.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';

/** The parts of a purpose as a request states them, by the names of `Purpose`, before anything is checked. */
export type Stated = Readonly<Record<string, unknown>>;

/**
 * Refuses names that the place does not know, and suggests one. A word that is no name is not repeated: it may be data.
 * @throws DeclaredError PURPOSE_INVALID
 */
export function refuseUnknown(given: readonly string[], known: readonly string[], where: string): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const named = /^[A-Za-z-]{1,32}$/.test(unknown) ? `no part \`${unknown}\`` : 'no such part';
  refuse(GATEWAY_ERRORS.PURPOSE_INVALID, `${where} has ${named}: ${suggestion(unknown, known)}`);
}

/** `did you mean …?`, where one of the known words is near, and all that there are. */
export function suggestion(word: string, known: readonly string[]): string {
  const all = known.map((name) => `\`${name}\``).join(', ');
  const nearest = didYouMean(word, known);
  return nearest === undefined ? `one of ${all}` : `${nearest} One of ${all}`;
}
