import type { NameKey } from '../name-key.ts';
import type { Birth } from './birth.ts';
import { FEATURES } from './features.ts';
import { areBeginningsSelective, DATE_BITS, isSelective } from './selectivity.ts';

/** Two sounds; or one, where one word is all. */
export type Sounds = readonly [string, string] | readonly [string];

/** The whole date with one word. */
export function dateAndWord(birth: Birth, sound: string): readonly NameKey[] {
  const date = dateOf(birth);
  return date === undefined ? [] : [{ feature: FEATURES.DATE_AND_WORD, text: text(date, sound) }];
}

/** The whole date with the initial of a word: of the first of two, or of the second. */
export function dateAndInitial(birth: Birth, sound: string, which: 'first' | 'second'): readonly NameKey[] {
  const date = dateOf(birth);
  const feature = which === 'first' ? FEATURES.DATE_AND_INITIAL : FEATURES.DATE_AND_SECOND_INITIAL;
  return date === undefined ? [] : [{ feature, text: text(date, initial(sound)) }];
}

/** Year and month with one word and the initial of the other, whichever. */
export function monthAndName({ year, month }: Birth, sounds: Sounds): readonly NameKey[] {
  return month === undefined ? [] : loosely(FEATURES.MONTH_AND_NAME, `${year}-${month}`, DATE_BITS.month, sounds);
}

/** The year with all of the name. */
export function yearAndName({ year }: Birth, sounds: Sounds): readonly NameKey[] {
  return whole(FEATURES.YEAR_AND_NAME, year, DATE_BITS.year, sounds);
}

/** The name alone, by its sound; as it is spelled, where too many sound so. */
export function nameAlone(sounds: Sounds, spelled: readonly string[]): readonly NameKey[] {
  const bySound = whole(FEATURES.NAME, '', DATE_BITS.none, sounds);
  const name = bySound.length > 0 ? bySound : [{ feature: FEATURES.NAME, text: text('=', ...[...spelled].sort()) }];
  return [...name, ...loosely(FEATURES.NAME_LOOSELY, '', DATE_BITS.none, sounds)];
}

/** How two words begin, with the year of birth. */
export function yearAndBeginnings({ year }: Birth, spelled: readonly string[]): readonly NameKey[] {
  return spelled.length < 2 ? [] : [{ feature: FEATURES.YEAR_AND_BEGINNINGS, text: beginnings(year, 3, spelled) }];
}

/** How two words begin, if few enough have the name. */
export function beginningsAlone(spelled: readonly string[]): readonly NameKey[] {
  if (spelled.length < 2 || !areBeginningsSelective(spelled)) return [];
  return [{ feature: FEATURES.BEGINNINGS, text: beginnings('', 4, spelled) }];
}

/** The name of a person whose date of birth is not known. */
export function nameWithoutDate(sounds: Sounds, spelled: readonly string[]): readonly NameKey[] {
  return [
    { feature: FEATURES.NAME_WITHOUT_DATE, text: text('', ...[...sounds].sort()) },
    { feature: FEATURES.BEGINNINGS_WITHOUT_DATE, text: beginnings('', 3, spelled) },
    ...loosely(FEATURES.LOOSELY_WITHOUT_DATE, '', DATE_BITS.unknown, sounds),
  ];
}

/** All of a name, if few enough share it. One word is the name of few. */
function whole(feature: number, date: string, bits: number, sounds: Sounds): readonly NameKey[] {
  const selective = sounds.length === 1 || isSelective(bits, sounds);
  return selective ? [{ feature, text: text(date, ...[...sounds].sort()) }] : [];
}

/** One word and the initial of the other, either way, if few enough share them. A word that is alone has no other. */
function loosely(feature: number, date: string, bits: number, [one, other]: Sounds): readonly NameKey[] {
  if (other === undefined) return [];
  const ways = [
    [one, other],
    [other, one],
  ] as const;
  return ways
    .filter(([word]) => isSelective(bits, [word], 1))
    .map(([word, rest]) => ({ feature, text: text(date, word, `${initial(rest)}.`) }));
}

function dateOf({ year, month, day }: Birth): string | undefined {
  return month !== undefined && day !== undefined ? `${year}-${month}-${day}` : undefined;
}

function initial(sound: string): string {
  return sound.slice(0, 1);
}

function beginnings(date: string, letters: number, spelled: readonly string[]): string {
  return text(date, ...spelled.map((word) => word.slice(0, letters)).sort());
}

function text(...parts: readonly string[]): string {
  return parts.join('|');
}
