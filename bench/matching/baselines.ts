import { token_sort_ratio } from 'fuzzball';
import jaroWinkler from 'talisman/metrics/jaro-winkler.js';
import nysiis from 'talisman/phonetics/nysiis.js';
import soundex from 'talisman/phonetics/soundex.js';
import type { FebrlPerson } from './febrl.ts';
import { inBlocks, type Comparison, type Linker } from './linking.ts';

/** As the guides of the recordlinkage toolkit for Python have it: Jaro-Winkler of both names, the date the same or not; their sum. */
export const jaroWinklerSum: Comparison = (pairs) =>
  pairs.map((pair) => ({ ...pair, likeness: sumOfAgreements(pair.mine, pair.theirs) }));

/** One ratio of all words in order, as is widely done with fuzzball, fuzzywuzzy and RapidFuzz. */
export const tokenSortRatio: Comparison = (pairs) =>
  pairs.map((pair) => ({ ...pair, likeness: token_sort_ratio(wholeOf(pair.mine), wholeOf(pair.theirs)) }));

/** Who has the date, or the year and the sound of a name, in common. */
export const classicCandidates: Linker = (febrl) => inBlocks(febrl, classicBlocks);

/** Soundex and NYSIIS of either name with the year of birth; the date. */
function classicBlocks({ surname = '', firstNames = '', dateOfBirth = '' }: FebrlPerson): readonly string[] {
  const year = dateOfBirth.slice(0, 4);
  const sounds = [surname, firstNames]
    .map((name) => name.replace(/[^a-z]/g, ''))
    .flatMap((name, field) => (name ? [`s${field}${soundex(name)}`, `n${field}${nysiis(name)}`] : []));
  return year ? [dateOfBirth, ...sounds.map((sound) => `${sound}${year}`)] : [];
}

function sumOfAgreements(a: FebrlPerson, b: FebrlPerson): number {
  const names = similarity(a.surname, b.surname) + similarity(a.firstNames, b.firstNames);
  return names + (a.dateOfBirth !== undefined && a.dateOfBirth === b.dateOfBirth ? 1 : 0);
}

function similarity(a = '', b = ''): number {
  return a && b ? jaroWinkler(a, b) : 0;
}

function wholeOf({ surname = '', firstNames = '', dateOfBirth = '' }: FebrlPerson): string {
  return `${surname} ${firstNames} ${dateOfBirth.replaceAll('-', '')}`;
}
