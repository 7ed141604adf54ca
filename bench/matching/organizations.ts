const WORDS = (
  'Amber Anchor Basalt Beacon Birch Cedar Cobalt Coral Crescent Delta Ember Falcon Garnet Granite Harbour Heron Indigo Juniper Kestrel ' +
  'Lantern Linden Marble Meridian Nimbus Oakhurst Orchid Paragon Pinecrest Quartz Raven Saffron Sterling Summit Tamarind Thistle ' +
  'Umber Velvet Walnut Willow Yarrow Zephyr Freight Trading Shipping Holdings Textiles Remittance Logistics Petroleum Partners'
).split(' ');
const FORMS = ['Ltd', 'Limited', 'GmbH', 'S.A. de C.V.', 'LLC', ''];
const NAMES = 1_200;

/** Names of one to four words, and each as somebody else wrote it. */
export function organizations(): readonly (readonly [stored: string, sought: string])[] {
  return Array.from({ length: NAMES }, (_, at) => {
    const words = Array.from(
      { length: 1 + (at % 4) },
      (__, place) => WORDS[(at * 13 + place * 17 + at * place) % WORDS.length]!,
    );
    const form = (more: number) => FORMS[(at + more) % FORMS.length]!;
    return [[...words, form(0)].join(' '), [...WAYS[Math.floor(at / 4) % WAYS.length]!(words, at), form(1)].join(' ')];
  });
}

const WAYS: readonly ((words: readonly string[], at: number) => readonly string[])[] = [
  (words) => words,
  (words) => words.toReversed(),
  (words) => (words.length > 2 ? words.slice(0, -1) : words),
  (words) => (words.length > 2 ? words.slice(1) : words),
  (words) => [words.join('')],
  (words, at) => words.map((word, place) => (place === at % words.length ? word.slice(0, 2) + word.slice(3) : word)),
];
