import type { Where } from '../../../policy/agreement.ts';
import { whereInWords } from '../../../policy/in-words/where.ts';

describe('a condition of a clause as its readers say it', () => {
  it.each<[string, Where]>([
    [
      'its crime areas include trafficking in drugs or money laundering',
      { crimeAreas: { anyOf: ['drug-trafficking', 'money-laundering'] } },
    ],
    ['its crime areas include terrorism and cybercrime', { crimeAreas: { allOf: ['terrorism', 'cybercrime'] } }],
    ['its crime areas do not include terrorism', { crimeAreas: { noneOf: ['terrorism'] } }],
    ['its programme is OCDETF', { program: 'OCDETF' }],
    ['the person’s part in the matter is informant', { 'person.dataSubjectCategory': 'INFORMANT' }],
    ['the person is a national of the country of the originator', { 'person.nationalOf': 'originator' }],
    [
      'the record’s day of recording is the day on which the recipient joined or later',
      { recordedOn: { from: 'accession' } },
    ],
    ['the record’s day of recording is 2010-01-01 or earlier', { recordedOn: { until: '2010-01-01' } }],
    [
      'the record’s day of recording is from 2009-08-06 until 2010-01-01, both included',
      { recordedOn: { from: '2009-08-06', until: '2010-01-01' } },
    ],
    ['the contact is on call', { onCall: true }],
    ['the contact’s host country is RU', { hostCountry: 'RU' }],
  ])('%s', (words, where) => {
    expect(whereInWords(where)).toBe(words);
  });

  it.each<[string, Where]>([
    ['the person is not under 18 years of age', { not: { 'person.minor': true } }],
    ['its programme is not OCDETF', { not: { program: 'OCDETF' } }],
    [
      'the person’s part in the matter is not victim or witness',
      { not: { 'person.dataSubjectCategory': { anyOf: ['VICTIM', 'WITNESS'] } } },
    ],
    [
      'it is not so that (its programme is OCDETF, and its crime areas include terrorism)',
      { not: { program: 'OCDETF', crimeAreas: { anyOf: ['terrorism'] } } },
    ],
    [
      'it is not so that (the person is a national of the country of the recipient)',
      { not: { 'person.nationalOf': 'recipient' } },
    ],
  ])('says what must not be: %s', (words, where) => {
    expect(whereInWords(where)).toBe(words);
  });

  it.each<[string, Where]>([
    [
      'the person’s part in the matter is victim, witness or informant, or the person is under 18 years of age',
      {
        anyOf: [
          { 'person.dataSubjectCategory': { anyOf: ['VICTIM', 'WITNESS', 'INFORMANT'] } },
          { 'person.minor': true },
        ],
      },
    ],
    [
      'its programme is OCDETF, and (the case’s status is open, or the person is not under 18 years of age)',
      { program: 'OCDETF', anyOf: [{ 'case.status': 'OPEN' }, { 'person.minor': false }] },
    ],
    [
      '(its programme is OCDETF, and (its crime areas include cybercrime, and its crime areas do not include tax offences)), or the contact is on call',
      {
        anyOf: [
          { allOf: [{ program: 'OCDETF' }, { crimeAreas: { anyOf: ['cybercrime'], noneOf: ['tax-crime'] } }] },
          { onCall: true },
        ],
      },
    ],
  ])('puts in brackets what belongs together: %s', (words, where) => {
    expect(whereInWords(where)).toBe(words);
  });
});
