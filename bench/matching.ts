import { personKeys } from '../matching/person/keys.ts';
import { soughtPersonKeys } from '../matching/person/sought.ts';
import { classicCandidates } from './matching/baselines.ts';
import { boundOf } from './matching/bound.ts';
import { casesOf } from './matching/cases.ts';
import { halfOf, readFebrl, type Febrl } from './matching/febrl.ts';
import { bestThreshold, isTrue, linked, scoreOf, type Compared } from './matching/linking.ts';
import { byWeights, shareAmongFirst } from './matching/ours.ts';
import { selectivities } from './matching/selectivity.ts';
import { DOCUMENTED, WAYS, type Way } from './matching/ways.ts';
import { worthOf } from './matching/worth.ts';
import { measure, type Measured } from './measure.ts';

type Pairs = readonly Compared[];

/** Who is one person: FEBRL 4 linked by our keys and likeness, and by baselines, in one run. */
export async function* benchmark(): AsyncGenerator<Measured> {
  const all = readFebrl();
  if (typeof all === 'string') {
    yield { ...value('FEBRL 4', '', 0), failure: all };
  } else {
    yield* link('by name and date, ', WAYS, all);
    yield* link('by name, date and document, ', DOCUMENTED, all);
    yield* candidates(all);
    yield* bounds(all);
    yield* keysWorth(all);
    yield* costs(all);
  }
  yield* selective();
}

/** All are linked, and the links of each half are told by themselves: so a half has as many strangers in it as all. */
function* link(by: string, ways: readonly Way[], all: Febrl): Generator<Measured> {
  const [chosenOn, heldOut] = [halfOf(all, 0), halfOf(all, 1)];
  const fewer = { ...all, originals: heldOut.originals };
  for (const { of, compare, eachOnce, threshold: published } of ways) {
    const pairs = compare(all);
    const threshold = published ?? bestThreshold(within(pairs, chosenOn), chosenOn, eachOnce);
    const links = linked(pairs, threshold, eachOnce);
    yield* scores(`${by}all 5,000`, of, links, all);
    yield* scores(`${by}the half that thresholds were chosen on`, of, within(links, chosenOn), chosenOn);
    yield* scores(`${by}the half held out`, of, within(links, heldOut), heldOut);
    yield* scores(`${by}half of them in one file alone`, of, linked(compare(fewer), threshold, eachOnce), fewer);
  }
}

function within(pairs: Pairs, { duplicates }: Febrl): Pairs {
  const numbers = new Set(duplicates.map(({ number }) => number));
  return pairs.filter(({ theirs }) => numbers.has(theirs.number));
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

/** What each feature costs, and what no other finds. Features were chosen by one half of FEBRL 4, and by the other names. */
function* keysWorth(febrl: Febrl): Generator<Measured> {
  for (const [name, pairs] of casesOf(febrl)) {
    const whose = name === 'organizations' ? 'an organization' : 'a person';
    for (const { feature: of = 'all', keys, alone } of worthOf(pairs)) {
      yield { ...value(name, '', keys), on: `keys of a name, ${whose}`, of };
      yield { ...value(name, '', alone), on: `found by no other key, and by all, ${whose}`, of };
    }
  }
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
