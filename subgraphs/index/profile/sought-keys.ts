import type { SelectorKind } from '../../../schema/selectors.ts';
import { uuidOf } from '../contribution/row.ts';
import { leastOf, weightIn } from '../search/relevance.ts';
import { isByName, type Sought } from '../search/sought.ts';

/** What is sought, as it stands among the selectors of records and cases. */
export interface SoughtKeys {
  readonly kind: SelectorKind;
  /** It is one thing, or one for each feature of a name, under whichever key it is blinded. */
  readonly identities: readonly string[];
  /** What a blinded selector is of it; undefined: it is another. */
  of(blind: string): { readonly identity: string; readonly feature: number | undefined } | undefined;
  /** How much these have in common with it; undefined: too little to be found by. */
  relevanceOf(identities: ReadonlySet<string>): number | undefined;
}

/** Some hundreds have what a search by name asks for. A profile wants more: a date and a word of the name. */
const OF_NAMES = 2.4;

/** The keys of what is sought. */
export function soughtKeys(sought: Sought): SoughtKeys {
  const weights = new Map(sought.tokens.map((token) => [identityOf(token.feature), weightIn(sought, token)] as const));
  const byBlind = new Map(
    sought.tokens.map(({ blind, feature }) => [dashed(uuidOf(blind)), { identity: identityOf(feature), feature }]),
  );
  const least = isByName(sought) ? leastOf(sought) * OF_NAMES : leastOf(sought);
  return {
    kind: sought.kind,
    identities: [...weights.keys()],
    of: (blind) => byBlind.get(blind),
    relevanceOf(identities) {
      const relevance = [...identities].reduce((sum, identity) => sum + (weights.get(identity) ?? 0), 0);
      return relevance >= least ? relevance : undefined;
    },
  };
}

/** A selector as the index keeps it, in the place of one that is sought. */
export function blindIn(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

function identityOf(feature = 0): string {
  return `sought ${feature}`;
}

function dashed(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-');
}
