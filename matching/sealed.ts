import { MOST_SOUGHT_KEYS } from './person/sought.ts';

/** A selector as it is sought: blinded under the key of one epoch. */
export interface SealedToken {
  readonly epoch: number;
  /** Which key of a name it is; absent: it is no name. */
  readonly feature?: number;
  /** 16 bytes, base64url, of which the first tells the feature as well. */
  readonly blind: string;
}

/** What a sealed text begins with. INVARIANT: no selector has a normal form that does. */
const MARK = '~1';

/** More is no search: all keys of a name, under the epochs of a rotation, are some dozens. */
const MOST_TOKENS = 1_000;

/** More epochs are not searched at a time: a name may have as many tokens as a search takes. */
export const MOST_EPOCHS = Math.floor(MOST_TOKENS / MOST_SOUGHT_KEYS);

/** Epoch, feature, blinded: `.3:…` or `.3-12:…`. Of the last character, four bits are beyond the 16 bytes. */
const TOKEN = /\.([1-9]\d{0,4})(?:-([1-9]\d{0,8}))?:([A-Za-z0-9_-]{21}[AQgw])/gu;
const SEALED = new RegExp(`^${MARK}(?:${TOKEN.source})+$`, 'u');

/** The text by which blinded selectors go to the index in the place of the clear one. */
export function seal(tokens: readonly SealedToken[]): string {
  return MARK + tokens.map(print).join('');
}

/** @returns undefined: it is no sealed text */
export function unseal(text: string): readonly SealedToken[] | undefined {
  if (!SEALED.test(text)) return undefined;
  const tokens = [...text.matchAll(TOKEN)].map(([, epoch, feature, blind]) => ({
    epoch: Number(epoch),
    ...(feature !== undefined && { feature: Number(feature) }),
    blind: blind!,
  }));
  return tokens.length <= MOST_TOKENS ? tokens : undefined;
}

function print({ epoch, feature, blind }: SealedToken): string {
  return `.${epoch}${feature === undefined ? '' : `-${feature}`}:${blind}`;
}
