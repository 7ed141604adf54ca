import { POSSIBLY_SAME_PERSON, SAME_PERSON } from '../../matching/person/likeness.ts';
import { classicCandidates, jaroWinklerSum, tokenSortRatio } from './baselines.ts';
import { byDocuments, byNamesAndDocuments } from './documents.ts';
import { fellegiSunter } from './expectation-maximization.ts';
import type { Febrl } from './febrl.ts';
import type { Compared, Comparison, Linker } from './linking.ts';
import { ourCandidates, ourLikeness } from './ours.ts';

/** A way of linking; without a threshold of its own, from the one at which its F1 is best on the half that is chosen on. */
export interface Way {
  readonly of: string;
  readonly compare: Linker;
  readonly eachOnce: boolean;
  readonly threshold?: number;
}

const BASELINES: readonly (readonly [string, Comparison])[] = [
  ['sum of Jaro-Winkler', jaroWinklerSum],
  ['fuzzball token_sort_ratio', tokenSortRatio],
  ['Fellegi-Sunter by EM', fellegiSunter],
];

const CANDIDATES: readonly (readonly [string, Linker])[] = [
  ['in Soundex and NYSIIS blocks', classicCandidates],
  ['on our candidates', ourCandidates],
];

const OURS = remembered((febrl) => ourLikeness(ourCandidates(febrl)));
const WITH_DOCUMENTS = remembered(byNamesAndDocuments);
const BY_DOCUMENTS = remembered(byDocuments);

const [SAME, POSSIBLY] = [SAME_PERSON, POSSIBLY_SAME_PERSON];
const PUBLISHED: readonly Way[] = [
  { of: `ours, each once, from ${POSSIBLY}`, compare: OURS, eachOnce: true, threshold: POSSIBLY },
  { of: `ours, every pair from ${SAME}`, compare: OURS, eachOnce: false, threshold: SAME },
  { of: `ours, every pair from ${POSSIBLY}`, compare: OURS, eachOnce: false, threshold: POSSIBLY },
];
/** With the numbers of identity documents. */
export const DOCUMENTED: readonly Way[] = [
  { of: `names or document, every pair from ${SAME}`, compare: WITH_DOCUMENTS, eachOnce: false, threshold: SAME },
  {
    of: `names or document, each once, from ${POSSIBLY}`,
    compare: WITH_DOCUMENTS,
    eachOnce: true,
    threshold: POSSIBLY,
  },
  { of: 'document alone', compare: BY_DOCUMENTS, eachOnce: false, threshold: SAME },
];

/** By names and dates of birth alone. */
export const WAYS: readonly Way[] = [
  ...PUBLISHED,
  ...best('ours', OURS),
  ...CANDIDATES.flatMap(([where, candidatesOf]) =>
    BASELINES.flatMap(([name, compare]) =>
      best(
        `${name} ${where}`,
        remembered((febrl) => compare(candidatesOf(febrl))),
      ),
    ),
  ),
];

function best(name: string, compare: Linker): readonly Way[] {
  return [true, false].map((eachOnce) => ({
    of: `${name}, ${eachOnce ? 'each once' : 'every pair'}, best F1`,
    compare,
    eachOnce,
  }));
}

/** A file is compared once, however it is linked then. */
function remembered(linker: Linker): Linker {
  const known = new WeakMap<Febrl, readonly Compared[]>();
  return (febrl) => {
    const pairs = known.get(febrl) ?? linker(febrl);
    known.set(febrl, pairs);
    return pairs;
  };
}
