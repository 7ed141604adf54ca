import { population } from '../../../bench/matching/population.ts';
import { personKeys } from '../../../matching/person/keys.ts';
import { likeness, POSSIBLY_SAME_PERSON, SAME_PERSON } from '../../../matching/person/likeness.ts';
import type { PersonNames } from '../../../matching/person/names.ts';
import { pairOff } from '../../../matching/person/pair-off.ts';
import { soughtPersonKeys } from '../../../matching/person/sought.ts';

/** 1,200 people, and each as somebody else wrote them: every slip in turn. */
const originals = [...population(1_200, 19)];
const SLIPS: readonly ((person: Required<PersonNames>, at: number) => PersonNames)[] = [
  (person) => person,
  (person, at) => ({ ...person, surname: without(person.surname!, at) }),
  (person, at) => ({ ...person, firstNames: exchanged(person.firstNames!, at) }),
  (person, at) => ({
    ...person,
    surname: doubled(person.surname!, at),
    firstNames: without(person.firstNames!, at + 1),
  }),
  (person) => ({ ...person, surname: person.firstNames, firstNames: person.surname }),
  (person) => ({ ...person, dateOfBirth: person.dateOfBirth!.replace(/-(..)-(..)$/, '-$2-$1') }),
  (person, at) => ({ ...person, dateOfBirth: person.dateOfBirth!.replace(/.$/, `${at % 10}`) }),
  (person) => ({ ...person, dateOfBirth: person.dateOfBirth!.slice(0, 7) }),
  (person) => ({ ...person, dateOfBirth: person.dateOfBirth!.slice(0, 4) }),
  (person) => ({ ...person, firstNames: undefined }),
  (person) => ({ ...person, surname: `${person.surname!} ${person.firstNames!}`, firstNames: undefined }),
  (person) => ({ ...person, dateOfBirth: undefined }),
];
const duplicates = originals.map((person, at) => SLIPS[at % SLIPS.length]!(person as Required<PersonNames>, at));
const compared = compareAll();

describe('on a corpus of people as somebody else wrote them', () => {
  it('keys find nearly everybody, and hardly anybody else', () => {
    expect(compared.filter(isTrue).length / originals.length).toBeGreaterThanOrEqual(0.98);
    expect(compared.length / originals.length).toBeLessThan(2);
  });

  it('nobody is merged with another person above the published threshold', () => {
    const merged = compared.filter(({ likeness }) => likeness >= SAME_PERSON);
    expect(merged.filter((pair) => !isTrue(pair))).toEqual([]);
    expect(merged.length / originals.length).toBeGreaterThanOrEqual(0.7);
  });

  it('two holdings are paired off with an F1 of at least 0.97', () => {
    const links = pairOff(compared.filter(({ likeness }) => likeness >= POSSIBLY_SAME_PERSON));
    const right = links.filter(isTrue).length;
    expect((2 * right) / (links.length + originals.length)).toBeGreaterThanOrEqual(0.97);
  });
});

function compareAll() {
  const found = new Map<string, number[]>();
  originals.forEach((person, mine) => {
    for (const key of textsOf(personKeys(person))) found.set(key, [...(found.get(key) ?? []), mine]);
  });
  return duplicates.flatMap((person, theirs) => {
    const candidates = new Set(textsOf(soughtPersonKeys(person)).flatMap((key) => found.get(key) ?? []));
    return [...candidates].map((mine) => ({ mine, theirs, likeness: likeness(originals[mine]!, person) }));
  });
}

function isTrue({ mine, theirs }: { readonly mine: number; readonly theirs: number }): boolean {
  return mine === theirs;
}

function textsOf(keys: ReturnType<typeof personKeys>): readonly string[] {
  return keys.map(({ feature, text }) => `${feature}|${text}`);
}

function without(word: string, at: number): string {
  return word.replace(word[at % word.length]!, '');
}

function doubled(word: string, at: number): string {
  return word.replace(word[at % word.length]!, '$&$&');
}

function exchanged(word: string, at: number): string {
  const first = at % (word.length - 1);
  return word.slice(0, first) + word[first + 1]! + word[first]! + word.slice(first + 2);
}
