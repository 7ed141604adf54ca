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
import { distinct } from './keys.ts';
import type { PersonNames } from './names.ts';
import { everyPair, together, wordsIn, type Pair } from './principal.ts';
import { DATE_BITS, isSelective, isSelectiveAsSpelled } from './selectivity.ts';
import { soundsOf } from './sound.ts';
import { waysOfWriting, type Written } from './written.ts';

/** The most keys that a search goes by. */
export const MOST_SOUGHT_KEYS = 64;

/**
 * The keys by which a person is sought, at most 64: by those under which the person is stored, and under which they would be had
 * their words, the day and the month, or the reading of a letter been taken otherwise. None: too little is known to tell one by.
 */
export function soughtPersonKeys(person: PersonNames): readonly NameKey[] {
  const birth = birthOf(person.dateOfBirth);
  const ways = waysOfWriting(person);
  return distinct([...ways, ...ways.flatMap(together)].flatMap((written) => keysOf(written, birth))).slice(
    0,
    MOST_SOUGHT_KEYS,
  );
}

/**
 * Whether it is enough to look for somebody by: two words of the name, or one and the whole date of birth. By less, those alone
 * are found of whom the index knows as little, and whoever asks takes them for all.
 */
export function isEnoughToSeek(person: PersonNames): boolean {
  const birth = birthOf(person.dateOfBirth);
  const words = Math.max(0, ...waysOfWriting(person).map((written) => wordsIn(written).length));
  return words > 1 || (words === 1 && birth?.day !== undefined);
}

function keysOf(written: Written, birth: Birth | undefined): readonly NameKey[] {
  const pairs = everyPair(written);
  const spoken = pairs.flatMap((pair) => readings(pair).map((sounds) => ({ pair, sounds })));
  const withoutDate = spoken.flatMap(({ sounds, pair }) => nameWithoutDate(sounds, pair));
  const whateverDate = spoken.flatMap(({ sounds, pair }) => nameAlone(sounds, pair));
  if (!birth) return [...whateverDate, ...pairs.flatMap(beginningsAlone), ...withoutDate];
  const words = wordsIn(written).flatMap(soundsOf);
  return [
    ...dates(birth).flatMap((date) => words.flatMap((sound) => dateAndWord(date, sound))),
    ...EITHER.flatMap((which) => words.flatMap((sound) => dateAndInitial(birth, sound, which))),
    ...spoken.flatMap(({ sounds }) => yearAndName(birth, sounds)),
    ...pairs.flatMap((pair) => yearAndBeginnings(birth, pair)),
    ...withoutDate,
    ...spoken.filter(({ pair, sounds }) => isRare(pair, sounds)).flatMap(({ pair, sounds }) => nameAlone(sounds, pair)),
    ...pairs.flatMap(beginningsAlone),
    ...words.flatMap((sound) => yearAndName(birth, [sound])),
    ...spoken.flatMap(({ sounds }) => monthAndName(birth, sounds)),
    ...(words.length === 1 ? INITIALS.flatMap((initial) => monthAndName(birth, [words[0]!, initial])) : []),
  ];
}

/** Which of the two words that stand for a person a word is, is not known where they may be exchanged. */
const EITHER = ['first', 'second'] as const;

/** Every sound with which a word can begin: the other word of a name of which one is known. */
const INITIALS = Array.from('afhjkLMNpRst');

/** Whether few enough have the name that it tells something beside another date. */
function isRare(words: Pair, sounds: Sounds): boolean {
  return isSelective(DATE_BITS.none, sounds) || isSelectiveAsSpelled(words);
}

/** The date, and with day and month exchanged. */
function dates(birth: Birth): readonly Birth[] {
  const { month, day } = birth;
  return month !== undefined && day !== undefined ? [birth, { ...birth, month: day, day: month }] : [birth];
}

/** Every way in which two words may be spoken. */
function readings([one, other]: Pair): readonly Sounds[] {
  if (other === undefined) return soundsOf(one).map((sound) => [sound] as const);
  return soundsOf(one).flatMap((sound) => soundsOf(other).map((second) => [sound, second] as const));
}
