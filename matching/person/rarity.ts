import { COMMON_NAMES } from './common-names.ts';
import { soundOf } from './sound.ts';

/** What a name that is not common tells, in bits: about one in 12,000 bears it. */
const RARE = 13.5;

/** The same of a sound that no common name has, by its length: what the surnames of the census of 1990 give. */
const RARE_SOUNDS = [9, 9, 9.3, 10.4, 12.1, 13.5, 14.1];

const bitsOfNames = new Map<string, number>(
  COMMON_NAMES.flatMap(({ bits, names }) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, bits] as const),
  ),
);
const sharesOfSounds = new Map<string, number>();
for (const [name, bits] of bitsOfNames) {
  const sound = soundOf(name);
  sharesOfSounds.set(sound, (sharesOfSounds.get(sound) ?? 0) + 2 ** -bits);
}

/** How much it tells that two persons share a word of their names, in bits: 10 if one in 2^10 persons bears it. */
export function rarityOf(word: string): number {
  return bitsOfNames.get(word) ?? RARE;
}

/** How much it tells that two persons share the sound of a word, in bits. */
export function rarityOfSound(sound: string): number {
  const rare = 2 ** -RARE_SOUNDS[Math.min(sound.length, RARE_SOUNDS.length - 1)]!;
  return -Math.log2((sharesOfSounds.get(sound) ?? 0) + rare);
}
