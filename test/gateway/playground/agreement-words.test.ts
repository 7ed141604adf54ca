import { chainOf } from '../../../gateway/playground/pages/agreements/model/lineage.ts';
import type { ClauseField } from '../../../gateway/playground/pages/agreements/model/question.ts';
import { fieldsInWords, reachOf, sidesOf } from '../../../gateway/playground/pages/agreements/model/reach.ts';
import { byStatus } from '../../../gateway/playground/pages/agreements/model/status.ts';
import {
  betweenInWords,
  clauseAnchor,
  datesInWords,
  effectInWords,
  instant,
  partyName,
  signatureInWords,
  withdrawalInWords,
} from '../../../gateway/playground/pages/agreements/model/words.ts';
import { secondSession } from '../../../gateway/playground/pages/matrix/asking/second.ts';

const plain = { disclosure: null, silent: false, override: false };

describe('the page of an agreement', () => {
  it.each([
    ['Shares: the fields below are shown', { ...plain, effect: 'SHARE', disclosure: 'FULL' }],
    ['Discloses that a record exists, and whom to call', { ...plain, effect: 'SHARE', disclosure: 'CONTACT' }],
    ['Discloses that a record exists, no more', { ...plain, effect: 'SHARE', disclosure: 'EXISTS' }],
    [
      'Tells the originator that somebody searched; the searcher learns nothing',
      { ...plain, effect: 'SHARE', silent: true },
    ],
    ['Releases because life is in danger, whatever is withheld', { ...plain, effect: 'SHARE', override: true }],
    ['Withholds, whatever other clauses share', { ...plain, effect: 'WITHHOLD' }],
    ['Has targets and operations matched before somebody acts', { ...plain, effect: 'DECONFLICT' }],
    ['Says something, and has no effect on data', { ...plain, effect: 'NONE' }],
  ] as const)('says what a clause does: %s', (words, clause) => {
    expect(effectInWords(clause)).toBe(words);
  });

  it.each([
    ['From ICE to OFC', ['ICE'], ['OFC'], 'SHARE'],
    ['Between ICE and DEA, each way', ['ICE', 'DEA'], ['DEA', 'ICE'], 'SHARE'],
    ['Between the members of OFC', ['OFC'], ['OFC'], 'SHARE'],
    ['What ICE holds, from OFC', ['ICE'], ['OFC'], 'WITHHOLD'],
  ] as const)('says between whom: %s', (words, from, to, effect) => {
    expect(betweenInWords({ from, to, effect })).toBe(words);
  });

  it('says the effect between agencies shortly, and exactly', () => {
    const [a, b, c] = ['ATF', 'DEA', 'FBI'] as const;
    const each = [
      { from: a, to: [b, c] },
      { from: b, to: [a, c] },
      { from: c, to: [a, b] },
    ];
    expect(sidesOf(each)).toEqual([{ from: [a, b, c], to: [a, b, c] }]);
    expect(sidesOf(each.slice(1))).toEqual([
      { from: [b], to: [a, c] },
      { from: [c], to: [a, b] },
    ]);
    expect(
      sidesOf([
        { from: a, to: [c] },
        { from: b, to: [c] },
      ]),
    ).toEqual([{ from: [a, b], to: [c] }]);
    expect(sidesOf([])).toEqual([]);
  });

  it('puts fields into words, by kind of object', () => {
    const field = (coordinate: string, category: string, treatment: ClauseField['treatment'] = 'FULL'): ClauseField => {
      return { coordinate, category, effect: 'OPENS', treatment };
    };
    const fields = [
      field('Person.surname', 'PERSONAL_IDENTITY'),
      field('Person.dateOfBirth', 'PERSONAL_IDENTITY', 'GENERALISED'),
      field('Organization.names', 'ORGANIZATION_IDENTITY'),
    ];
    expect(fieldsInWords(fields)).toEqual([
      'Of a person: surname, date of birth (generalised)',
      'Of an organization: names',
    ]);
    expect(reachOf({ fields }).map(({ category, fields: of }) => [category, of.length])).toEqual([
      ['PERSONAL_IDENTITY', 2],
      ['ORGANIZATION_IDENTITY', 1],
    ]);
  });

  it('says whether a signature counts, and why not', () => {
    expect(signatureInWords({ status: 'VERIFIED', why: null })).toBe('Verified');
    expect(signatureInWords({ status: 'MISSING', why: null })).toBe('Not signed');
    expect(signatureInWords({ status: 'WRONG', why: 'bad signature' })).toBe('Does not count: bad signature');
  });

  it('says who withdrew, from what and for how long', () => {
    const suspended = {
      party: 'ICE',
      kind: 'SUSPENDED',
      since: '2026-03-01T10:00:00.000Z',
      until: '2026-06-01T00:00:00Z',
    } as const;
    const rest = { agreement: 'pair', notice: null, reason: null };
    expect(withdrawalInWords({ ...suspended, ...rest }, 'pair', false)).toBe(
      'ICE has suspended it since 1 March 2026, 10:00 UTC until 1 June 2026, 00:00 UTC',
    );
    expect(withdrawalInWords({ ...suspended, ...rest, until: null }, 'pair', true)).toBe(
      'ICE will suspend it from 1 March 2026, 10:00 UTC',
    );
    expect(withdrawalInWords({ ...suspended, ...rest, kind: 'TERMINATED', until: null }, 'more', true)).toBe(
      'ICE will leave pair, on which it leans, on 1 March 2026, 10:00 UTC',
    );
  });

  it('writes an instant of another offset as that instant', () => {
    expect(instant('2010-03-26T23:30:00-05:00')).toBe('27 March 2010, 04:30 UTC');
  });

  it('writes days and instants out, and leaves alone what is neither', () => {
    expect([instant('2010-03-26'), instant('2010-03-26T09:30:00Z'), instant('some day')]).toEqual([
      '26 March 2010',
      '26 March 2010, 09:30 UTC',
      'some day',
    ]);
    expect(datesInWords({ effective: '2009-06-18', until: null })).toBe('18 June 2009 until terminated');
    expect(datesInWords({ effective: '2009-06-18', until: '2030-01-01' })).toBe('18 June 2009 until 1 January 2030');
  });

  it('names parties, and has an anchor for each clause', () => {
    const agencies = [{ code: 'ICE', name: 'Immigration and Customs Enforcement' }];
    const told = { agreements: [{ groups: [{ code: 'OFC', name: 'Fusion Center' }] }], agencies };
    expect(['ICE', 'OFC', 'X'].map((code) => partyName(code, told))).toEqual([
      'Immigration and Customs Enforcement',
      'Fusion Center',
      'a group',
    ]);
    expect(clauseAnchor('ofc-ice-2009#III.A')).toBe('III.A');
  });

  it('lists by status what shares before what does not', () => {
    const items = [{ status: 'EXPIRED' }, { status: 'IN_FORCE' }, { status: 'SUSPENDED' }] as const;
    expect(byStatus(items).map(({ status }) => status)).toEqual(['IN_FORCE', 'SUSPENDED', 'EXPIRED']);
  });
});

describe('the chain of an agreement', () => {
  const known = (id: string, effective: string, lineage: readonly { kind: string; agreement: string }[]) => {
    return { id, title: `Agreement ${id}`, status: 'IN_FORCE' as const, effective, lineage };
  };

  it('has the near and the far ones, the earliest first, and of strangers the id', () => {
    const all = [
      known('late', '2020-01-01', [
        { kind: 'AMENDS', agreement: 'base' },
        { kind: 'FOLLOWS', agreement: 'secret' },
      ]),
      known('base', '2009-01-01', [
        { kind: 'AMENDED_BY', agreement: 'late' },
        { kind: 'SUPPLEMENTED_BY', agreement: 'more' },
      ]),
      known('more', '2010-01-01', [{ kind: 'SUPPLEMENTS', agreement: 'base' }]),
      known('alone', '2010-01-01', []),
    ];
    expect(chainOf('more', all).map(({ id, title }) => [id, title])).toEqual([
      ['secret', null],
      ['base', 'Agreement base'],
      ['more', 'Agreement more'],
      ['late', 'Agreement late'],
    ]);
    expect(chainOf('more', all)[2]?.names).toEqual([{ kind: 'SUPPLEMENTS', agreement: 'base' }]);
    expect(chainOf('alone', all)).toEqual([]);
  });
});

describe('the second viewer of the matrix', () => {
  const viewer = { is: 'persona', id: 'ICRF/liaison-officer' } as const;
  const purpose = { area: 'terrorism', use: 'investigation', case: 'DEA-1' };

  it('asks for the same purpose, or for another with what is chosen', () => {
    expect(secondSession({ viewer: undefined, area: '', use: '' }, { purpose })).toBeUndefined();
    expect(secondSession({ viewer, area: '', use: '' }, { purpose })).toEqual({ viewer, purpose });
    expect(secondSession({ viewer, area: 'cybercrime', use: '' }, { purpose })?.purpose).toEqual({
      ...purpose,
      area: 'cybercrime',
    });
  });

  it('has a case number of its own where the first viewer states no purpose', () => {
    const asked = secondSession({ viewer, area: 'cybercrime', use: 'investigation' }, {});
    expect(asked?.purpose).toEqual({ area: 'cybercrime', use: 'investigation', case: 'COMPARISON-1' });
    expect(secondSession({ viewer, area: 'cybercrime', use: '' }, {})?.purpose).toBeUndefined();
  });
});
