import type { NameKey } from '../name-key.ts';
import { birthOf, type Birth } from './birth.ts';
import {
  beginningsAlone,
  dateAndInitial,
  dateAndWord,
  monthAndName,
  nameAlone,
  nameWithoutDate,
  yearAndBeginnings,
  yearAndName,
  type Sounds,
} from './key-texts.ts';
import type { PersonNames } from './names.ts';
import { principalPair, together, wordsIn, type Pair } from './principal.ts';
import { soundOf } from './sound.ts';
import { waysOfWriting, type Written } from './written.ts';

/** The most keys that a person has in the index. */
const MOST_KEYS = 10;

/** The keys by which a person is found, at most 10. None: there is no name. */
export function personKeys(person: PersonNames): readonly NameKey[] {
  const birth = birthOf(person.dateOfBirth);
  const ways = waysOfWriting(person);
  const inOne = ways.flatMap(together).flatMap((written) => fewKeysOf(written, birth));
  return distinct([...inTurn(ways.map((written) => keysOf(written, birth))), ...inOne]).slice(0, MOST_KEYS);
}

/** The first of each, then the second of each: what is left out, is left out of all. */
function inTurn(lists: readonly (readonly NameKey[])[]): readonly NameKey[] {
  const most = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}

function keysOf(written: Written, birth: Birth | undefined): readonly NameKey[] {
  const pair = principalPair(written);
  if (!pair) return [];
  const sounds = soundsOfPair(pair);
  if (!birth) return nameWithoutDate(sounds, pair);
  return [
    ...sounds.flatMap((sound, at) => dateAndInitial(birth, sound, at === 0 ? 'first' : 'second')),
    ...(birth.day === undefined ? monthAndName(birth, sounds) : []),
    ...yearAndName(birth, sounds),
    ...yearAndBeginnings(birth, pair),
    ...nameAlone(sounds, pair),
    ...beginningsAlone(pair),
    ...wordsIn(written).flatMap((word) => dateAndWord(birth, soundOf(word))),
  ];
}

/** What is enough to find a name by that may as well be written otherwise. */
function fewKeysOf(written: Written, birth: Birth | undefined): readonly NameKey[] {
  const pair = principalPair(written);
  if (!pair) return [];
  const sounds = soundsOfPair(pair);
  if (!birth) return nameWithoutDate(sounds, pair);
  return [...wordsIn(written).flatMap((word) => dateAndWord(birth, soundOf(word))), ...yearAndName(birth, sounds)];
}

function soundsOfPair(pair: Pair): Sounds {
  const [one, other] = pair;
  return other === undefined ? [soundOf(one)] : [soundOf(one), soundOf(other)];
}

/** Each key once, in their order. */
export function distinct(keys: readonly NameKey[]): readonly NameKey[] {
  return [...new Map(keys.map((key) => [`${key.feature}|${key.text}`, key])).values()];
}
