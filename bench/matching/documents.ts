import { evidenceOf } from '../../matching/evidence.ts';
import { normalise } from '../../matching/normalise/normalise.ts';
import type { FebrlPerson } from './febrl.ts';
import { inBlocks, type Compared, type Linker } from './linking.ts';
import { ourCandidates, ourLikeness } from './ours.ts';

/** What the number of an identity document in common tells, in an exchange: it is issued to one alone. */
const SAME_DOCUMENT = evidenceOf([{ kind: 'IDENTITY_DOCUMENT', features: [] }]).score;

/** Who has the number of a document in common, as it is brought into its normal form: no slip is forgiven. */
export const byDocuments: Linker = (febrl) =>
  inBlocks(febrl, formsOf).map((pair) => ({ ...pair, likeness: SAME_DOCUMENT }));

/** As an exchange has it: who is alike by names and dates, or has a document in common, whichever tells more. */
export const byNamesAndDocuments: Linker = (febrl) => {
  const pairs = new Map<string, Compared>();
  for (const pair of [...ourLikeness(ourCandidates(febrl)), ...byDocuments(febrl)]) {
    const key = `${pair.mine.number} ${pair.theirs.number}`;
    const known = pairs.get(key);
    if (known === undefined || known.likeness < pair.likeness) pairs.set(key, pair);
  }
  return [...pairs.values()];
};

function formsOf({ document }: FebrlPerson): readonly string[] {
  const its = document === undefined ? undefined : normalise('IDENTITY_DOCUMENT', document, { country: 'AU' });
  return its?.is === 'normal' ? its.forms : [];
}
