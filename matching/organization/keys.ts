import type { NameKey } from '../name-key.ts';
import { FEATURES } from '../person/features.ts';
import { romanisations } from '../person/romanise.ts';
import { soundOf } from '../person/sound.ts';
import { LEGAL_FORMS } from './legal-forms.ts';

/** The most keys that a name has in the index. */
const MOST_KEYS = 8;

/** The most words of which every two make a key. */
const MOST_WORDS = 4;

/** `S.A.` is `SA`. */
const INSIDE_ABBREVIATIONS = /(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu;

/** A sound of fewer letters is that of too many names. */
const LEAST_SOUNDS = 4;

/** The keys by which a group or an organization is found, at most 8: `Acme Trading Ltd` as `ACME TRADING`. None: there is no name. */
export function organizationKeys(name: string): readonly NameKey[] {
  const keys = ways(name).map(wordsOf).flatMap(keysOf);
  return [...new Map(keys.map((key) => [`${key.feature}|${key.text}`, key])).values()].slice(0, MOST_KEYS);
}

function keysOf(words: readonly string[]): readonly NameKey[] {
  if (words.length === 0) return [];
  const name = words.join('');
  return [{ feature: FEATURES.WHOLE_NAME, text: name }, ...wholeSound(name), ...pairs(words.slice(0, MOST_WORDS))];
}

function wholeSound(name: string): readonly NameKey[] {
  const sound = soundOf(name);
  return sound.length >= LEAST_SOUNDS ? [{ feature: FEATURES.WHOLE_SOUND, text: sound }] : [];
}

/** Every two words, by their sound and in any order. A sound of one or two letters tells too little. */
function pairs(words: readonly string[]): readonly NameKey[] {
  const sounds = [...new Set(words.map(soundOf))].filter((sound) => sound.length > 1).sort();
  return sounds.flatMap((one, position) =>
    sounds.slice(position + 1).map((other) => ({ feature: FEATURES.TWO_WORDS, text: `${one}|${other}` })),
  );
}

/**
 * The keys by which an organization is sought: none by a legal form alone, as in `Ltd`. Nobody who writes it means the few that
 * are registered under no other name. Of a group, it may be the name: `AB`.
 */
export function soughtOrganizationKeys(name: string): readonly NameKey[] {
  return ways(name).some((romanised) => tellingWords(romanised).length > 0) ? organizationKeys(name) : [];
}

/** The words of a name without its legal form, unless that is all there is. */
function wordsOf(romanised: string): readonly string[] {
  const telling = tellingWords(romanised);
  return telling.length > 0 ? telling : romanised.split(' ').filter(Boolean);
}

function tellingWords(romanised: string): readonly string[] {
  return romanised.split(' ').filter((word) => word !== '' && !LEGAL_FORMS.has(word));
}

function ways(name: string): readonly string[] {
  return romanisations(name.replace(INSIDE_ABBREVIATIONS, ''));
}
