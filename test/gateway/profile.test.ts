import { contradicts, isLikeAnother, normalForm } from '../../gateway/profile/compare.ts';
import { PROFILE_QUERY } from '../../gateway/profile/asked.ts';
import { assemble } from '../../gateway/profile/assemble.ts';
import type { AnsweredMember, AnsweredProfile } from '../../gateway/profile/answered.ts';

const name = (original: string, romanized = original) => ({ original, romanized, script: 'Latn' });

describe('what members of a profile state', () => {
  it.each<[string, boolean, unknown, unknown]>([
    ['Person.dateOfBirth', false, '1971', '1971-03-09'],
    ['Person.dateOfBirth', false, '1971-03-09', '1971-03'],
    ['Person.dateOfBirth', true, '1971-03', '1971-04-09'],
    ['Person.dateOfBirth', true, '197', '1971'],
    ['Person.sex', true, 'F', 'M'],
    ['Person.sex', false, 'F', 'X'],
    ['Person.minor', true, true, false],
    ['Person.surname', false, name('Иванова', 'IVANOVA'), name('Ivanova')],
    ['Person.surname', false, name('••••nova'), name('Smith')],
    ['Person.surname', true, name('Smith'), name('Ivanova')],
    ['Person.placeOfBirth', false, { city: 'Omsk', country: null }, { city: null, country: 'RU' }],
    ['Person.placeOfBirth', true, { city: 'Omsk', country: 'RU' }, { city: 'Omsk', country: 'US' }],
    ['Person.occupation', false, 'Broker', 'Driver'],
    ['Person.phones', false, '+12025550143', '+12025550177'],
  ])('%s is contradictory: %s', (coordinate, expected, one, other) => {
    expect(contradicts(coordinate, [[one], [other]])).toBe(expected);
    expect(contradicts(coordinate, [[other], [one]])).toBe(expected);
  });

  it('contradicts by nationalities only where neither list is part of the other', () => {
    expect(contradicts('Person.currentNationalities', [['RU'], ['RU', 'US']])).toBe(false);
    expect(contradicts('Person.currentNationalities', [['RU'], ['US']])).toBe(true);
  });

  it('contradicts nothing by itself', () => {
    expect(contradicts('Person.sex', [['F', 'M']])).toBe(false);
  });

  it('is one number however it is written, unless it is masked', () => {
    const one = normalForm('Person.passports', { number: '00 0000001', country: 'RU' });
    expect(normalForm('Person.passports', { number: '000000001', country: 'RU', validUntil: '2030-01-01' })).toBe(one);
    expect(normalForm('Person.passports', { number: '000000001', country: 'US' })).not.toBe(one);
    expect(normalForm('Person.phones', '+1 202 555 0143')).toBe(normalForm('Person.phones', '+12025550143'));
    expect(normalForm('Person.phones', '••••0143')).not.toBe(normalForm('Person.phones', '••••0177'));
    expect(normalForm('Person.phones', 'none')).toBe('"none"');
  });

  it('is called a variant where it may be the same name', () => {
    const [cyrillic, latin] = [name('Юлия', 'IULIIA'), name('Yuliya')];
    expect(isLikeAnother('Person.firstNames', cyrillic, [name('John'), latin])).toBe(true);
    expect(isLikeAnother('Person.firstNames', cyrillic, [name('John')])).toBe(false);
    expect(isLikeAnother('Person.occupation', 'Broker', ['Brokers'])).toBe(false);
  });
});

const member = (key: string, cluster: number, records: readonly (object | null)[]): AnsweredMember => ({
  key,
  cluster,
  kind: 'PERSON',
  originator: { code: 'ICE' },
  subject: `subject-${key}`,
  records,
  cases: [],
});

it('leaves out of a profile whoever is in nothing that the viewer sees, with all that leads to them', () => {
  const link = { from: 'm1', to: 'm2', score: 1, reasons: [] };
  const answered: AnsweredProfile = {
    members: [member('m1', 1, [{ disclosure: 'FULL' }, null]), member('m2', 1, [null])],
    links: [link],
    graph: {
      nodes: ['m1', 'm2', 's1'].map((key) => ({ key, kind: 'MEMBER' })),
      edges: [
        { from: 'm1', to: 'm2', why: 'SAME' },
        { from: 'm1', to: 's1', why: 'HAS' },
        { from: 'm2', to: 's1', why: 'HAS' },
      ],
    },
    records: [null],
    cases: [],
    truncated: false,
  };
  expect(assemble(answered, () => [])).toEqual({
    clusters: [{ members: [member('m1', 1, [{ disclosure: 'FULL' }])], coordinates: [] }],
    links: [],
    graph: {
      nodes: ['m1', 's1'].map((key) => ({ key, kind: 'MEMBER' })),
      edges: [{ from: 'm1', to: 's1', why: 'HAS' }],
    },
    titles: [],
    truncated: false,
  });
});

it('tells the titles that are shown of records and cases, each with its clauses', () => {
  const at = (code: string, title: string | null) => ({
    originator: { code },
    record: { id: code, title, subjects: [] },
  });
  const answered: AnsweredProfile = {
    ...{ members: [], links: [], graph: { nodes: [], edges: [] }, truncated: false },
    records: [at('ICE', 'Seizure'), at('FBI', null), null, { originator: { code: 'ATF' }, record: null }],
    cases: [{ originator: { code: 'DEA' }, case: { id: 'c', title: 'Loads', subjects: [] } }],
  };
  expect(assemble(answered, (originator, coordinate) => [`${originator}#${coordinate}` as const]).titles).toEqual([
    { originator: 'ICE', record: 'ICE', title: 'Seizure', clauses: ['ICE#Record.title'] },
    { originator: 'DEA', case: 'c', title: 'Loads', clauses: ['DEA#Case.title'] },
  ]);
});

it('asks for every field of the contract on subjects, in one operation', () => {
  for (const field of ['surname', 'passports', 'physicalDescription', 'registrations', 'members', 'directors'])
    expect(PROFILE_QUERY).toContain(` ${field} {`);
  expect(PROFILE_QUERY).not.toContain('labels');
});
