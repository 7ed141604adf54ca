import { keyOf, type Condition } from '../condition/condition.ts';
import type { Phrases } from '../condition/in-words.ts';
import { NO_CONSENTS } from '../consents.ts';
import { handlingAllows, thirdPartiesAllow, type Release } from '../handling.ts';
import { ENTITY_TYPES } from '../../schema/contract.ts';

/**
 * What every answer to a recipient is subject to, in few words: the originator's marks and the third-party rule.
 * Where notices consent to more, the conditions differ and are told at length.
 */
export function phrasesFor(recipient: string): Phrases {
  const phrases = new Map<string, string>();
  for (const evidence of [false, true]) {
    for (const family of ENTITY_TYPES) {
      const release: Release = { recipient, consents: NO_CONSENTS, evidence };
      const thirdParties = partsOf(thirdPartiesAllow(family, release));
      const all = partsOf(handlingAllows(family, release)).filter((part) => part.is === 'any');
      for (const part of all) phrases.set(keyOf(part), `the originator's marks leave it to ${recipient}`);
      for (const part of thirdParties) phrases.set(keyOf(part), `it is no third party's`);
      const standing = all.find((part) => part.is === 'any' && part.of.every(({ is }) => is === 'within'));
      if (standing) phrases.set(keyOf(standing), '');
    }
  }
  return phrases;
}

function partsOf(condition: Condition): readonly Condition[] {
  if (condition.is === 'constant') return [];
  return condition.is === 'all' ? condition.of : [condition];
}
