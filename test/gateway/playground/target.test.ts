import { ONE_AND_THE_SAME as OF_MATCHING } from '../../../matching/evidence.ts';
import type { Purpose } from '../../../schema/purposes.ts';
import { SELECTOR_KINDS } from '../../../schema/selectors.ts';
import { readHeader } from '../../../gateway/purpose/header.ts';
import { purposeHeader } from '../../../gateway/playground/pages/shared/words/purpose-header.ts';
import { callsOf } from '../../../gateway/playground/pages/target/model/calls.ts';
import { fullName, nodeNames } from '../../../gateway/playground/pages/target/model/names.ts';
import type { Hit, Member, Profile } from '../../../gateway/playground/pages/target/model/profile.ts';
import { reasonInWords } from '../../../gateway/playground/pages/target/model/reason.ts';
import { isOfInput } from '../../../gateway/playground/pages/target/model/refused.ts';
import { EMPTY_DRAFT, soughtBy } from '../../../gateway/playground/pages/target/model/sought.ts';
import { standingsOf } from '../../../gateway/playground/pages/target/model/sources.ts';
import {
  ONE_AND_THE_SAME,
  scoreInWords,
  summaryOf,
  verdictOf,
} from '../../../gateway/playground/pages/target/model/summary.ts';
import { troublesIn } from '../../../gateway/playground/pages/target/model/troubles.ts';
import { calledBy, partsOf, wholeOf } from '../../../gateway/playground/pages/target/model/value.ts';
import { coordinateName, selectorName } from '../../../gateway/playground/pages/target/model/words.ts';

const DESK = { name: 'A. Ainsworth', phone: '+1 202 555 0165', email: 'a@fbi.example' };
const FULL: Hit = { disclosure: 'FULL', contact: { ...DESK, role: null } };
const CONTACT: Hit = { ...FULL, disclosure: 'CONTACT' };
const EXISTS: Hit = { disclosure: 'EXISTS', contact: null };

const member = (key: string, code: string, records: readonly Hit[], cases: readonly Hit[] = []): Member => ({
  ...{ key, kind: null, originator: { code }, records, cases },
});
const node = (key: string, code: string) => ({
  ...{ key, kind: 'MEMBER' as const, originator: { code }, subjectKind: null, selector: null },
});
const EMPTY: Profile = { clusters: [], links: [], graph: { nodes: [], edges: [] }, titles: [], truncated: false };

describe('who is sought', () => {
  it('is asked for by one field, as it was typed but for blanks around it', () => {
    expect(soughtBy({ ...EMPTY_DRAFT, text: ' +1 202 555 0143 ' })).toEqual({ phone: '+1 202 555 0143' });
    expect(soughtBy({ ...EMPTY_DRAFT, kind: 'organization', text: 'Blue Heron' })).toEqual({
      organization: { name: 'Blue Heron' },
    });
    const person = {
      ...EMPTY_DRAFT,
      kind: 'person',
      surname: 'Иванова ',
      dateOfBirth: '1971',
      text: 'left over',
    } as const;
    expect(soughtBy(person)).toEqual({ person: { surname: 'Иванова', dateOfBirth: '1971' } });
    expect(soughtBy({ ...EMPTY_DRAFT, kind: 'person' })).toEqual({ person: {} });
  });

  it('is mended in the form when the input is refused, and elsewhere when anything else is', () => {
    const refused = { is: 'refused', message: '', remedy: undefined, status: 400, errors: [] } as const;
    expect(['BAD_SELECTOR', 'PURPOSE_REQUIRED', 'RATE_LIMITED'].map((code) => isOfInput({ ...refused, code }))).toEqual(
      [true, false, false],
    );
    expect(isOfInput({ is: 'told' })).toBe(false);
  });
});

it.each<Purpose>([
  { area: 'drug-trafficking', use: 'investigation', case: 'DEA-2026-0042' },
  {
    ...{ area: 'drug-trafficking', use: 'threat-to-life', case: 'A "b"; c\\d', stage: 'follow-up', request: 'R=1' },
    ...{ matches: ['m1', 'm2'], offence: { code: '18 USC 1591', maxPenaltyMonths: 240 } },
    justification: 'Жизнь в опасности',
  },
])('a purpose is read from the header as it was stated: %j', (purpose) => {
  const header = purposeHeader(purpose);
  expect(header).toMatch(/^[\x20-\xff]*$/);
  expect(readHeader(header)).toEqual(purpose);
});

it('lines of a justification become one: a header has no more', () => {
  const purpose = { area: 'a', use: 'u', case: 'c', justification: 'first\r\nx-other: 1' };
  expect(readHeader(purposeHeader(purpose))).toMatchObject({ justification: 'first x-other: 1' });
});

describe('a value', () => {
  it.each<[unknown, string]>([
    ['+12025550143', '+12025550143'],
    [false, 'no'],
    [{ original: 'Иванова', romanized: 'Ivanova', script: 'Cyrl' }, 'Иванова (Ivanova)'],
    [{ original: null, romanized: 'Ivanova' }, 'Ivanova'],
    [
      { type: 'passport', number: '••••0143', country: 'MX', validUntil: null },
      'type passport, number ••••0143, country MX',
    ],
    [{ id: 'x', surname: { original: 'Lee', romanized: 'Lee' }, firstNames: null }, 'surname Lee'],
    [{ parts: ['a', { city: 'Omsk' }] }, 'parts a, city Omsk'],
  ])('%j reads as %s', (value, words) => {
    expect(wholeOf(value)).toBe(words);
  });

  it('has a name for each of its parts, if there are several', () => {
    expect(partsOf({ validUntil: '2030', country: 'US' })).toEqual([
      { name: 'valid until', text: '2030' },
      { name: 'country', text: 'US' },
    ]);
  });

  it('that is a name in Latin letters calls somebody as it is written', () => {
    expect(calledBy({ original: 'Nájera', romanized: 'Najera', script: 'Latn' })).toBe('Nájera');
    expect(calledBy({ original: 'Иванова', romanized: 'Ivanova', script: 'Cyrl' })).toBe('Иванова (Ivanova)');
  });

  it('stands once for each agency and its clauses, with the records and cases by their titles', () => {
    const at = { originator: 'ICE', member: 'm1', clauses: ['a#1'] };
    const titles = [{ originator: 'ICE', record: 'r1', title: 'Seizure', clauses: [] }];
    const sources = [
      { ...at, record: 'r1' },
      { ...at, member: 'm2', record: 'r1' },
      { ...at, case: 'c1' },
    ];
    expect(standingsOf([...sources, { ...at, originator: 'DEA', clauses: [], record: 'r1' }], titles)).toEqual([
      {
        ...{ originator: 'ICE', clauses: ['a#1'] },
        places: [
          { is: 'record', id: 'r1', title: 'Seizure' },
          { is: 'case', id: 'c1', title: undefined },
        ],
      },
      { originator: 'DEA', clauses: [], places: [{ is: 'record', id: 'r1', title: undefined }] },
    ]);
  });
});

describe('whom to call', () => {
  const clusters = [
    { members: [member('m1', 'ICE', [FULL]), member('m2', 'FBI', [CONTACT, CONTACT], [CONTACT])], coordinates: [] },
    { members: [member('m3', 'FBI', [CONTACT]), member('m4', 'ATF', [EXISTS])], coordinates: [] },
  ];

  it('is told of each contact once, with how much is not shown', () => {
    const [atf, fbi, ...more] = callsOf({ clusters }, undefined);
    expect(fbi).toMatchObject({
      originator: 'FBI',
      disclosure: 'CONTACT',
      records: 3,
      cases: 1,
      desk: DESK,
      isDesk: false,
    });
    expect(atf).toMatchObject({ originator: 'ATF', disclosure: 'EXISTS', records: 1, cases: 0, desk: undefined });
    expect(more).toEqual([]);
  });

  it('is the desk of an agency that names no contact, where visibility tells it', () => {
    const withheld = [
      { originator: 'ATF', coordinate: 'Record.title', reason: 'NOT_COVERED', clauses: [], contact: DESK } as const,
    ];
    const visibility = { ruleset: 'r', purpose: null, disclosed: [], withheld, obligations: [] };
    expect(callsOf({ clusters }, visibility)[0]).toMatchObject({ desk: DESK, isDesk: true });
  });
});

describe('nodes', () => {
  const source = { originator: 'DEA', member: 'm1', record: 'r', clauses: [] };
  const name = { original: 'Nájera', romanized: 'Najera', script: 'Latn' };
  const profile: Profile = {
    ...EMPTY,
    clusters: [
      {
        members: [{ ...member('m1', 'DEA', [FULL]), kind: 'PERSON' }, member('m2', 'ICE', [], [CONTACT])],
        coordinates: [
          {
            ...{ coordinate: 'Person.surname', contradictory: false },
            values: [{ value: name, originators: [source] }],
          },
        ],
      },
      { members: [member('m3', 'DEA', [FULL]), member('m4', 'DEA', [FULL])], coordinates: [] },
    ],
    graph: {
      nodes: [
        ...['DEA', 'ICE', 'DEA', 'DEA'].map((code, at) => node(`m${at + 1}`, code)),
        { ...node('a1', 'DEA'), kind: 'ASSOCIATE', subjectKind: 'GROUP' },
        { ...node('s1', ''), kind: 'SELECTOR', originator: null, selector: 'PHONE' },
      ],
      edges: [],
    },
  };

  it('are called by what is shown of them, and told apart where nothing is', () => {
    const names = nodeNames(profile);
    expect(['m1', 'm2', 'm3', 'm4', 'a1', 's1'].map((key) => fullName(names, key))).toEqual([
      ...['DEA · Nájera', 'ICE · case', 'DEA · record (1)', 'DEA · record (2)', 'DEA · group'],
      'telephone number',
    ]);
  });

  it('are counted by agencies and clusters', () => {
    expect(summaryOf(profile)).toBe(
      '4 appearances at 2 agencies, in 2 clusters: whoever stands in one is taken for one and the same.',
    );
    expect(summaryOf(EMPTY)).toBe('Nothing is found by it that you may see.');
  });
});

describe('words', () => {
  it('name every kind of selectors', () => {
    expect(SELECTOR_KINDS.filter((kind) => selectorName(kind) === kind)).toEqual([]);
    expect(selectorName('A_NEW_KIND')).toBe('A_NEW_KIND');
    expect(selectorName('constructor')).toBe('constructor');
  });

  it('never round a score up, and take the same for one as matching does', () => {
    expect(scoreInWords(0.99999)).toBe('0.9999');
    expect(ONE_AND_THE_SAME).toBe(OF_MATCHING);
    expect([0.999, 0.9989].map(verdictOf)).toEqual(['taken for the same', 'possibly the same']);
  });

  it('say what two have in common, and where it is shown', () => {
    expect(reasonInWords({ kind: 'PHONE', coordinates: ['Person.phones'], score: 0.8888 })).toBe(
      'They have a telephone number in common (in phones): 0.8888 by itself.',
    );
    expect(reasonInWords({ kind: 'PHONE', coordinates: [], score: 0.8888 })).not.toContain('(');
    expect(coordinateName('Person.dateOfBirth')).toBe('Date of birth');
  });

  it('say once what failed in several places', () => {
    const failed = { message: 'ICE did not answer', extensions: { code: 'AGENCY_UNAVAILABLE', remedy: 'Ask again.' } };
    expect(troublesIn([failed, { message: 'odd' }, failed])).toEqual([
      { code: 'AGENCY_UNAVAILABLE', message: 'ICE did not answer', remedy: 'Ask again.', places: 2 },
      { code: 'UNKNOWN', message: 'odd', remedy: undefined, places: 1 },
    ]);
  });
});
