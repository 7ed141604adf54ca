import { organizationKeys } from '../../matching/organization/keys.ts';
import { personKeys } from '../../matching/person/keys.ts';
import type { PersonNames } from '../../matching/person/names.ts';
import { soughtPersonKeys } from '../../matching/person/sought.ts';
import { halfOf, type Febrl } from './febrl.ts';
import { organizations } from './organizations.ts';
import { manyNames, romanised, type Pair } from './other-names.ts';
import type { StoredAndSought } from './worth.ts';

/** In what is known of those stored and those sought, cases differ. */
export function casesOf(febrl: Febrl): readonly (readonly [name: string, pairs: readonly StoredAndSought[]])[] {
  const half = halfOf(febrl, 0);
  const byNumber = new Map(half.originals.map((person) => [person.number, person]));
  const people = half.duplicates.map((sought) => ({ stored: byNumber.get(sought.number)!, sought }));
  return [
    ['both dates', keyed(people)],
    ['sought without date', keyed(people, asIs, undated)],
    ['stored without date', keyed(people, undated)],
    ['sought by year', keyed(people, asIs, cut(4))],
    ['stored by month', keyed(people, cut(7))],
    ['sought by month', keyed(people, asIs, cut(7))],
    ['romanised otherwise', keyed(romanised())],
    ['romanised otherwise, sought without date', keyed(romanised(), asIs, undated)],
    ['some of many names', keyed(manyNames())],
    ['some of many names, sought without date', keyed(manyNames(), asIs, undated)],
    [
      'organizations',
      organizations().map(([stored, sought]) => ({
        stored: organizationKeys(stored),
        sought: organizationKeys(sought),
      })),
    ],
  ];
}

type Change = (person: PersonNames) => PersonNames;

function keyed(pairs: readonly Pair[], stored: Change = asIs, sought: Change = asIs): readonly StoredAndSought[] {
  return pairs.map((pair) => ({
    stored: personKeys(stored(pair.stored)),
    sought: soughtPersonKeys(sought(pair.sought)),
  }));
}

function asIs(person: PersonNames): PersonNames {
  return person;
}

function undated(person: PersonNames): PersonNames {
  return { ...person, dateOfBirth: undefined };
}

function cut(characters: number): Change {
  return (person) => ({ ...person, dateOfBirth: person.dateOfBirth?.slice(0, characters) });
}
