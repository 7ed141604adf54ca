import { signAssertions, type DueAssertion } from '../../policy/assertion.ts';
import type { SigningKey } from '../../policy/ed25519.ts';
import { MOST_TOGETHER } from '../../policy/signed-together.ts';

/** Signs an assertion, with whatever else is to be signed at the moment. */
export type SignTogether = (due: DueAssertion) => Promise<string>;

interface Waiting {
  readonly due: DueAssertion;
  readonly resolve: (token: string) => void;
  readonly reject: (error: unknown) => void;
}

/** One signature for all that comes up in one turn of the event loop: the calls of a plan's parallel fetches, and of others. */
export function signingTogether(key: () => SigningKey): SignTogether {
  let waiting: Waiting[] = [];
  const signAll = () => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += MOST_TOGETHER) sign(all.slice(from, from + MOST_TOGETHER), key);
  };
  return (due) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(signAll);
      waiting.push({ due, resolve, reject });
    });
}

function sign(batch: readonly Waiting[], key: () => SigningKey): void {
  try {
    const tokens = signAssertions(
      batch.map(({ due }) => due),
      key(),
    );
    batch.forEach(({ resolve }, index) => resolve(tokens[index]!));
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
