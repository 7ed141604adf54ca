/**
 * How a word of a name sounds, roughly: the same for spellings of the same name in the orthographies that romanise it.
 * `KHRUSHCHEV`, `CHRUSCHTSCHOW` and `KHROUCHTCHEV` are all `KRSF`.
 *
 * Metaphone and its kin read English; most of what they tell apart is what other languages spell differently. So all
 * sibilants are one class here, and voiced and voiceless consonants are not told apart, as in Soundex.
 */
export function soundOf(word: string): string {
  let sound = word;
  for (const [spelled, spoken] of SPOKEN) sound = sound.replace(spelled, spoken);
  return sound.slice(0, MOST_SOUNDS);
}

/** Every way in which a word may be spoken, the likelier first: a `J` before a vowel is as in English, or as in German. */
export function soundsOf(word: string): readonly string[] {
  const glide = /^(?:J|Y|I(?=[AEOU]))(?=[AEIOUY])/;
  return [
    ...new Set([
      soundOf(word),
      ...(glide.test(word) ? [soundOf(word.replace(glide, word.startsWith('J') ? 'Y' : 'J'))] : []),
    ]),
  ];
}

const MOST_SOUNDS = 6;

/** In this order. Lower case: spoken, not to be read again. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/^(?:KN|GN|PN)/, 'N'],
  [/^WR/, 'R'],
  [/^PS/, 'S'],
  [/^X/, 'KS'],
  [/IGH(?=T|$)/g, 'I'],
  [/VIC$/, 'VIS'],
  [/PH/g, 'F'],
  [/(?:K|C)H(?=[RL])/g, 'K'],
  [/^KH/, 'H'],
  [/([AEIOUY])KH/g, '$1'],
  [/D?ZH|DJ|^J/g, 'j'],
  [/S?[CS]H?T?S?CH|TCH|T?S[CH]H?|SH|C[HZ]|SZ|T[SZ]|DZ|C(?=[EIY])|[SZ]/g, 's'],
  [/^[AEIOUYJ]+/, 'a'],
  [/([^AEIOUYa])H|H$/g, '$1'],
  [/(?!^)H/g, ''],
  [/CK|[CKGQ]/g, 'k'],
  [/X/g, 'ks'],
  [/[TD]/g, 't'],
  [/[PB]/g, 'p'],
  [/[VWF]/g, 'f'],
  [/([a-zLMNR])\1+/g, '$1'],
  [/[AEIOUYJ]+/g, ''],
];
