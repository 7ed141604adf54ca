import { likeness, POSSIBLY_SAME_PERSON, SAME_PERSON } from '../../../matching/person/likeness.ts';
import type { PersonNames } from '../../../matching/person/names.ts';

const iuliia = person('Щербакова', 'Юлия', '1984-05-17');
const gorbachev = person('Горбачёв', 'Николай', '1961-11-02');
const marquez = person('García Márquez', 'Juan Carlos', '1971-03-09');
const lindholm = person('Lindholm', 'Torsten', '1971-03-09');

function person(surname?: string, firstNames?: string, dateOfBirth?: string): PersonNames {
  return { surname, firstNames, dateOfBirth };
}

describe('two are taken for one person', () => {
  it.each<[string, PersonNames, PersonNames]>([
    ['romanised by travel documents', iuliia, person('Shcherbakova', 'Iuliia', '1984-05-17')],
    ['romanised as newspapers do', iuliia, person('Shcherbakova', 'Yuliya', '1984-05-17')],
    ['romanised for readers of German', gorbachev, person('Gorbatschow', 'Nikolai', '1961-11-02')],
    ['romanised for readers of French', gorbachev, person('Gorbatchev', 'Nikolaï', '1961-11-02')],
    ['in capital letters, without marks', marquez, person('GARCIA MARQUEZ', 'JUAN CARLOS', '1971-03-09')],
    ['with one of two given names', marquez, person('García Márquez', 'Juan', '1971-03-09')],
    ['with one of two surnames, hyphenated', marquez, person('García-Márquez', 'Juan C.', '1971-03-09')],
    ['with surname and given names exchanged', lindholm, person('Torsten', 'Lindholm', '1971-03-09')],
    ['with all in one field', lindholm, person('Torsten Lindholm', undefined, '1971-03-09')],
    ['with two letters exchanged', lindholm, person('Linhdolm', 'Torsten', '1971-03-09')],
    ['with a word broken in two', lindholm, person('Lind holm', 'Torsten', '1971-03-09')],
    ['with day and month exchanged', lindholm, person('Lindholm', 'Torsten', '1971-09-03')],
    ['with one digit off', lindholm, person('Lindholm', 'Torsten', '1971-03-19')],
    ['with the year of birth alone', lindholm, person('Lindholm', 'Torsten', '1971')],
    ['with an umlaut', person('Müller', 'Jürgen', '1955-01-30'), person('Mueller', 'Juergen', '1955-01-30')],
    ['with a particle', person('van der Berg', 'Anneke', '1990-12-01'), person('Berg', 'Anneke', '1990-12-01')],
    ['in Arabic letters', person('حسين', 'محمد', '1980-02-02'), person('HSYN', 'MHMD', '1980-02-02')],
  ])('%s', (_, one, other) => {
    expect(likeness(one, other)).toBeGreaterThanOrEqual(SAME_PERSON);
  });
});

describe('two are not taken for one person', () => {
  it.each<[string, PersonNames, PersonNames]>([
    ['twins', person('Sheptytsky', 'Oleksandra', '1999-04-01'), person('Sheptytsky', 'Bohdan', '1999-04-01')],
    ['father and son', person('Lindholm', 'Torsten', '1946-08-21'), person('Lindholm', 'Torsten', '1971-03-09')],
    ['a senior and a junior', person('Lindholm Sr.', 'Torsten'), person('Lindholm', 'Torsten Jr')],
    ['brothers of one month', person('Lindholm', 'Torsten', '1971-03-09'), person('Lindholm', 'Torsten', '1971-03-28')],
    ['namesakes whose dates are not known', person('Lindholm', 'Torsten'), person('Lindholm', 'Torsten', '1971-03-09')],
    ['strangers with common names', person('Smith', 'John', '1971'), person('Smith', 'John', '1971')],
    ['strangers born on the same day', person('Smith', 'John', '1971-03-09'), person('Lee', 'Ann', '1971-03-09')],
    ['strangers of whom one thing is known', person('Lindholm'), person('Lindholm', 'Torsten', '1971-03-09')],
  ])('%s', (_, one, other) => {
    expect(likeness(one, other)).toBeLessThan(SAME_PERSON);
  });

  it('worth a look, where all but one thing agrees', () => {
    const twins = likeness(person('Sheptytsky', 'Bohdan', '1999-04-01'), person('Sheptytsky', 'Olha', '1999-04-01'));
    expect(twins).toBeGreaterThan(POSSIBLY_SAME_PERSON);
  });

  it('nor worth a look, where one thing agrees', () => {
    expect(likeness(person('Lindholm'), person('Lindholm'))).toBeLessThan(POSSIBLY_SAME_PERSON);
    expect(likeness(person(undefined, undefined, '1971-03-09'), lindholm)).toBeLessThan(POSSIBLY_SAME_PERSON);
    expect(likeness({}, {})).toBeLessThan(POSSIBLY_SAME_PERSON);
  });
});

it('tells more that a rare name is shared than a common one', () => {
  const rare = likeness(person('Sheptytsky', 'Bohdan', '1999'), person('Sheptytsky', 'Bohdan', '1999'));
  const common = likeness(person('Smith', 'John', '1999'), person('Smith', 'John', '1999'));
  expect(rare).toBeGreaterThan(common);
});

it('is found of names of many words, though each may stand for any other', () => {
  const many = (at: number) =>
    Array.from({ length: 12 }, (_, word) => `Name${'abcdefghijkl'[(word + at) % 12]}`).join(' ');
  const one = person(many(0), many(0), '1971-03-09');
  expect(likeness(one, person(many(5), many(7), '1971-03-09'))).toBe(
    likeness(person(many(5), many(7), '1971-03-09'), one),
  );
});
