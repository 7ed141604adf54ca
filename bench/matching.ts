import { POSSIBLY_SAME_PERSON, SAME_PERSON } from '../matching/person/likeness.ts';
import { personKeys } from '../matching/person/keys.ts';
import { soughtPersonKeys } from '../matching/person/sought.ts';
import { classicCandidates, jaroWinklerSum, tokenSortRatio } from './matching/baselines.ts';
import { boundOf } from './matching/bound.ts';
import { fellegiSunter } from './matching/expectation-maximization.ts';
import { halfOf, readFebrl, type Febrl } from './matching/febrl.ts';
import {
  bestThreshold,
  isTrue,
  linked,
  scoreOf,
  type Compared,
  type Comparison,
  type Linker,
} from './matching/linking.ts';
import { byWeights, ourCandidates, ourLikeness, shareAmongFirst } from './matching/ours.ts';
import { selectivities } from './matching/selectivity.ts';
import { measure, type Measured } from './measure.ts';

const BASELINES: readonly (readonly [string, Comparison])[] = [
  ['sum of Jaro-Winkler', jaroWinklerSum],
  ['fuzzball token_sort_ratio', tokenSortRatio],
  ['Fellegi-Sunter by EM', fellegiSunter],
];

const CANDIDATES: readonly (readonly [string, Linker])[] = [
  ['in Soundex and NYSIIS blocks', classicCandidates],
  ['on our candidates', ourCandidates],
];

type Pairs = readonly Compared[];

/** Who is one person, by name and date of birth alone: FEBRL 4 linked by our keys and likeness, and by baselines, in one run. */
export async function* benchmark(): AsyncGenerator<Measured> {
  const all = readFebrl();
  if (typeof all === 'string') {
    yield { ...value('FEBRL 4', '', 0), failure: all };
  } else {
    yield* link('all 5,000', all, all);
    yield* link('the half not chosen by', halfOf(all, 0), halfOf(all, 1));
    yield* link('half of them in one file alone', halfOf(all, 0), { ...all, originals: halfOf(all, 1).originals });
    yield* candidates(all);
    yield* bounds(all);
    yield* costs(all);
  }
  yield* selective();
}

/** Links `febrl`. Thresholds that are not published ones are the best for `chosenBy`. */
function* link(on: string, chosenBy: Febrl, febrl: Febrl): Generator<Measured> {
  const [mine, mineToChoose] = [febrl, chosenBy].map((each) => ourLikeness(ourCandidates(each))) as [Pairs, Pairs];
  yield* scores(on, `ours, each once, from ${POSSIBLY_SAME_PERSON}`, linked(mine, POSSIBLY_SAME_PERSON, true), febrl);
  yield* scores(on, `ours, every pair from ${SAME_PERSON}`, linked(mine, SAME_PERSON, false), febrl);
  yield* scores(on, `ours, every pair from ${POSSIBLY_SAME_PERSON}`, linked(mine, POSSIBLY_SAME_PERSON, false), febrl);
  yield* chosen(on, 'ours', mine, mineToChoose, chosenBy, febrl);
  for (const [where, candidatesOf] of CANDIDATES) {
    const [pairs, pairsToChoose] = [candidatesOf(febrl), candidatesOf(chosenBy)];
    for (const [name, compare] of BASELINES) {
      yield* chosen(on, `${name} ${where}`, compare(pairs), compare(pairsToChoose), chosenBy, febrl);
    }
  }
}

function* chosen(
  on: string,
  name: string,
  compared: Pairs,
  toChoose: Pairs,
  chosenBy: Febrl,
  febrl: Febrl,
): Generator<Measured> {
  for (const eachOnce of [true, false]) {
    const threshold = bestThreshold(toChoose, chosenBy, eachOnce);
    const of = `${name}, ${eachOnce ? 'each once' : 'every pair'}, best F1`;
    yield* scores(on, of, linked(compared, threshold, eachOnce), febrl);
  }
}

function* scores(on: string, of: string, links: readonly Compared[], febrl: Febrl): Generator<Measured> {
  const { precision, recall, f1, falseMerges } = scoreOf(links, febrl);
  yield { ...value('precision', '', precision), on, of };
  yield { ...value('recall', '', recall), on, of };
  yield { ...value('F1', '', f1), on, of };
  yield { ...value('false merges', '', falseMerges), on, of };
}

/** What the keys find, before anything is compared. */
function* candidates(febrl: Febrl): Generator<Measured> {
  const on = 'candidates';
  const linkers = [['our keys', byWeights] as const, ['Soundex and NYSIIS blocks', classicCandidates] as const];
  for (const [of, linker] of linkers) {
    const found = linker(febrl);
    const pairs = febrl.originals.length * febrl.duplicates.length;
    yield { ...value('pairs completeness', '', found.filter(isTrue).length / febrl.originals.length), on, of };
    yield { ...value('reduction ratio', '', 1 - found.length / pairs), on, of };
    yield { ...value('candidates a search', '', found.length / febrl.duplicates.length), on, of };
    if (linker !== byWeights) continue;
    yield { ...value('first by weights alone', '', shareAmongFirst(found, febrl, 1)), on, of };
    yield { ...value('among five', '', shareAmongFirst(found, febrl, 5)), on, of };
  }
}

function* bounds(febrl: Febrl): Generator<Measured> {
  const { agreeing, missingOne, contradicted, untold } = boundOf(febrl);
  yield value('pairs that agree in surname, given name and date', '', agreeing);
  yield value('pairs that agree in two, the third missing', '', missingOne);
  yield value('pairs that agree in two, the third that of another person', '', contradicted);
  yield value('pairs that agree in fewer than two: not to be told', '', untold);
  const told = febrl.originals.length - untold;
  yield value('F1 at most, if all others were told', '', (2 * told) / (told + febrl.originals.length));
}

function* costs(febrl: Febrl): Generator<Measured> {
  const people = febrl.originals.slice(0, 1000);
  yield value('keys a person', '', mean(febrl.originals.map((person) => personKeys(person).length)));
  yield value('keys a search', '', mean(febrl.duplicates.map((person) => soughtPersonKeys(person).length)));
  const times = people.length;
  yield measure({ what: 'keys of a person', runs: 7, times, ready: () => () => people.map(personKeys) });
  yield measure({ what: 'keys of a search', runs: 7, times, ready: () => () => people.map(soughtPersonKeys) });
}

function* selective(): Generator<Measured> {
  const on = 'others found among 25 million';
  for (const { feature: of, middle, hundredth, most } of selectivities()) {
    yield { ...value('median', '', middle), on, of };
    yield { ...value('one in a hundred', '', hundredth), on, of };
    yield { ...value('most', '', most), on, of };
  }
}

function value(what: string, unit: string, number: number): Measured {
  const rounded = Number.isInteger(number) ? number : Number(number.toFixed(number > 0.999 && number < 1 ? 6 : 4));
  return { what, unit, median: rounded, least: rounded, most: rounded, runs: 1 };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
