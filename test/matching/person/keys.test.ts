import { FEATURES } from '../../../matching/person/features.ts';
import { personKeys } from '../../../matching/person/keys.ts';
import type { PersonNames } from '../../../matching/person/names.ts';
import { soughtPersonKeys } from '../../../matching/person/sought.ts';
import { weightOf } from '../../../matching/person/weights.ts';

const stored: PersonNames = { surname: 'Щербакова', firstNames: 'Юлия', dateOfBirth: '1984-05-17' };

describe('a person is found', () => {
  it.each<[string, PersonNames]>([
    ['by travel documents', { surname: 'Shcherbakova', firstNames: 'Iuliia', dateOfBirth: '1984-05-17' }],
    ['as newspapers write her', { surname: 'Shcherbakova', firstNames: 'Yuliya', dateOfBirth: '1984-05-17' }],
    ['as Germans do', { surname: 'Schtscherbakowa', firstNames: 'Julia', dateOfBirth: '1984-05-17' }],
    ['with the names exchanged', { surname: 'Yuliya', firstNames: 'Shcherbakova', dateOfBirth: '1984-05-17' }],
    ['by the year alone', { surname: 'Shcherbakova', firstNames: 'Yuliya', dateOfBirth: '1984' }],
    ['by year and month', { surname: 'Shcherbakova', firstNames: 'Yuliya', dateOfBirth: '1984-05' }],
    ['with another day', { surname: 'Shcherbakova', firstNames: 'Yuliya', dateOfBirth: '1984-05-27' }],
    ['with another month', { surname: 'Shcherbakova', firstNames: 'Yuliya', dateOfBirth: '1984-06-17' }],
    ['with another year', { surname: 'Shcherbakova', firstNames: 'Yuliya', dateOfBirth: '1948-05-17' }],
    ['without a date', { surname: 'Shcherbakova', firstNames: 'Yuliya' }],
    ['by surname and date', { surname: 'Shcherbakova', dateOfBirth: '1984-05-17' }],
    ['by given name and date', { firstNames: 'Yuliya', dateOfBirth: '1984-05-17' }],
    ['with her name in one field', { surname: 'Yuliya Shcherbakova', dateOfBirth: '1984-05-17' }],
    ['with a letter off in either name', { surname: 'Shcherbatova', firstNames: 'Yupiya', dateOfBirth: '1984-05-17' }],
    ['by her other surname', { surname: 'Kowalska', firstNames: 'Yuliya', dateOfBirth: '1984-05-17' }],
  ])('%s', (_, sought) => {
    expect(inCommon(stored, sought)).not.toEqual([]);
  });

  it('though day and month were exchanged', () => {
    const one = { surname: 'Lindholm', firstNames: 'Torsten', dateOfBirth: '1971-03-09' };
    expect(inCommon(one, { ...one, surname: 'Lund', dateOfBirth: '1971-09-03' })).not.toEqual([]);
  });

  it('though the date of birth is not known of her', () => {
    const one = { surname: 'Shcherbakova', firstNames: 'Yuliya' };
    expect(inCommon(one, { ...stored })).not.toEqual([]);
  });

  it('whose given name is the surname as well', () => {
    const one = { surname: 'Thomas', firstNames: 'Thomas Lee' };
    expect(inCommon(one, one)).not.toEqual([]);
  });

  it('with more words in the surname than are looked at', () => {
    const one = { surname: 'Ruiz Ibarra Montero Quiroga Salas', firstNames: 'Xavier' };
    expect(inCommon(one, one)).not.toEqual([]);
  });

  it('with a common name and no date, by those who know none either', () => {
    const john = { surname: 'Smith', firstNames: 'John' };
    expect(inCommon({ ...john, dateOfBirth: '1971-03-09' }, john)).not.toEqual([]);
    expect(inCommon({ ...john, dateOfBirth: '1971-03-09' }, { ...john, dateOfBirth: '1950-01-01' })).toEqual([]);
  });
});

describe('what features weigh together', () => {
  const one = { surname: 'Lindholm', firstNames: 'Torsten', dateOfBirth: '1971-03-09' };
  const weigh = (other: PersonNames) =>
    inCommon(one, other).reduce((sum, key) => sum + weightOf(Number(key.slice(0, key.indexOf('|')))), 0);

  it('is most for the same, less for who slipped, least for strangers born on the same day', () => {
    const slipped = Math.min(weigh({ ...one, surname: 'Lintholn' }), weigh({ ...one, dateOfBirth: '1971-03-19' }));
    const stranger = weigh({ ...one, surname: 'Lopez', firstNames: 'Tamara' });
    expect(weigh(one)).toBeGreaterThan(slipped);
    expect(slipped).toBeGreaterThanOrEqual(60);
    expect(stranger).toBe(22);
  });
});

describe('the keys of a person', () => {
  it('hold several features each, so that none finds all who are called so, or all born in a year', () => {
    expect(personKeys(stored)).toEqual(
      expect.arrayContaining([{ feature: FEATURES.DATE_AND_WORD, text: '1984-05-17|sRpkf' }]),
    );
    for (const { text } of personKeys({ surname: 'Smith', firstNames: 'John', dateOfBirth: '1971-03-09' })) {
      expect(text.split('|').filter((part) => /[^-=.]/.test(part)).length).toBeGreaterThanOrEqual(2);
    }
  });

  it('are at most 10, and those of a search at most 64', () => {
    const long = {
      surname: 'Álvarez de Toledo y Gómez-Jürgens',
      firstNames: 'María José Xènia',
      dateOfBirth: '1971-03-09',
    };
    expect(personKeys(long).length).toBeLessThanOrEqual(10);
    expect(soughtPersonKeys(long).length).toBeLessThanOrEqual(64);
  });

  it('are none, where there is no name', () => {
    expect(personKeys({ dateOfBirth: '1971-03-09' })).toEqual([]);
    expect(soughtPersonKeys({ surname: '  ', firstNames: '--' })).toEqual([]);
  });

  it('are of features that have a published weight', () => {
    expect(Object.values(FEATURES).filter((feature) => weightOf(feature) <= 0)).toEqual([]);
    expect(new Set(Object.values(FEATURES)).size).toBe(Object.keys(FEATURES).length);
    expect(weightOf(9_999)).toBe(0);
  });
});

function inCommon(one: PersonNames, sought: PersonNames): readonly string[] {
  const keys = new Set(personKeys(one).map(({ feature, text }) => `${feature}|${text}`));
  return soughtPersonKeys(sought)
    .map(({ feature, text }) => `${feature}|${text}`)
    .filter((key) => keys.has(key));
}
