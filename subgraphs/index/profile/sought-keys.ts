import type { SelectorKind } from '../../../schema/selectors.ts';
import { uuidOfBlind } from '../../../matching/blind-uuid.ts';
import { leastOf, weightIn } from '../search/relevance.ts';
import { isByName, type Sought } from '../search/sought.ts';

/** What is sought, as it stands among the selectors of records and cases. */
export interface SoughtKeys {
  readonly kind: SelectorKind;
  /** It is one thing, or one for each feature of a name, under whichever key it is blinded. */
  readonly identities: readonly string[];
  /** Under whichever key it is blinded. */
  readonly blinds: readonly string[];
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
    sought.tokens.map(({ blind, feature }) => [uuidOfBlind(blind), { identity: identityOf(feature), feature }]),
  );
  const least = isByName(sought) ? leastOf(sought) * OF_NAMES : leastOf(sought);
  return {
    kind: sought.kind,
    identities: [...weights.keys()],
    blinds: [...byBlind.keys()],
    of: (blind) => byBlind.get(blind),
    relevanceOf(identities) {
      const relevance = [...identities].reduce((sum, identity) => sum + (weights.get(identity) ?? 0), 0);
      return relevance >= least ? relevance : undefined;
    },
  };
}

function identityOf(feature = 0): string {
  return `sought ${feature}`;
}
