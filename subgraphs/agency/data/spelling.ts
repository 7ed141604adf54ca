import type { NameValue } from './entities.ts';
import type { Random } from './random.ts';

/** How somebody at an agency wrote a name down: as it is, romanised by one rule or another, or with a slip. */
export function spell(at: Random, name: NameValue): NameValue {
  if (name.script !== 'Latn') return at.chance(0.4) ? name : latin(at.pick(spellings(name)));
  return at.chance(0.65) ? name : latin(at.pick(spellings(name)));
}

/** The romanised name in other spellings that are met in files; at least one. */
export function spellings({ original, romanized, script }: NameValue): readonly string[] {
  const all = script === 'Cyrl' ? russian(romanized) : western(script === 'Latn' ? original : romanized, romanized);
  const others = [...new Set(all)].filter((spelling) => spelling !== romanized);
  return others.length ? others : [romanized];
}

/** As English newspapers and passports before 2010 have it: `Yuri`, `Natalya`, `Alexandrov`. */
function russian(romanized: string): readonly string[] {
  const popular = romanized
    .replace(/^Iu/, 'Yu')
    .replace(/^Ia/, 'Ya')
    .replace(/iu/g, 'yu')
    .replace(/ia/g, 'ya')
    .replace(/ii$/, 'y')
    .replace(/ks/g, 'x');
  return [
    popular,
    popular.replace(/y$/, 'i'),
    romanized.replace(/ov$/, 'off').replace(/kh/g, 'h'),
    romanized.replace(/zh/g, 'j'),
  ];
}

function western(original: string, romanized: string): readonly string[] {
  return [
    romanized.replace(/z$/, 's'),
    romanized.replace(/(.)\1/, '$1'),
    romanized.replace(/ .*$/, ''),
    romanized.replace(' ', '-'),
    romanized.replace(/c(?=[aou])/, 'k'),
    romanized.replace(/ph/g, 'f'),
    transposed(romanized),
    original === romanized ? romanized : original.normalize('NFD').replace(/\p{M}/gu, ''),
  ];
}

/** A slip of the keyboard in the middle of the name. */
function transposed(name: string): string {
  const middle = Math.floor(name.length / 2);
  return name.length < 5
    ? name
    : name.slice(0, middle - 1) + name.charAt(middle) + name.charAt(middle - 1) + name.slice(middle + 1);
}

function latin(spelling: string): NameValue {
  return { original: spelling, script: 'Latn', romanized: spelling };
}
