import type { Visibility, Withheld } from '../../../gateway/explain/explain.ts';
import { dutiesIn } from '../../../gateway/playground/pages/shared/visibility/duties.ts';
import { byOriginator, countsIn } from '../../../gateway/playground/pages/shared/visibility/told.ts';

const desk = { name: 'ICE desk', phone: '+1 202 555 0104', email: 'sharing@ice.example' };

const one = (originator: string, coordinate: string, reason: Withheld['reason'], clauses: string[] = []): Withheld => ({
  ...{ originator, coordinate, reason, clauses },
  contact: originator === 'ICE' ? desk : null,
});

const visibility: Visibility = {
  ruleset: 'sha256-x',
  purpose: null,
  disclosed: [
    { originator: 'USAO', clauses: ['ioc2-2009#2.1'] },
    { originator: 'ICE', clauses: ['ofc-ice-2009#III.A'] },
  ],
  withheld: [
    one('ICE', 'Record.narrative', 'NOT_COVERED'),
    one('ICE', 'Record.office', 'NOT_COVERED'),
    one('ICE', 'Record.title', 'ROW_CONDITION', ['ofc-ice-2009#III.A']),
    one('FBI', 'Record.narrative', 'NOT_COVERED'),
  ],
  obligations: [],
};

describe('the visibility panel', () => {
  it('counts what is withheld, and apart from it what shows on some rows', () => {
    expect(countsIn(visibility)).toEqual({
      withheld: { fields: 3, agencies: 2 },
      someRows: { fields: 1, agencies: 1 },
    });
  });

  it('tells of each agency once: what it discloses, what it withholds alike, whom to call', () => {
    const parts = byOriginator(visibility, { originator: '', reason: '' });
    expect(parts.map(({ originator }) => originator)).toEqual(['FBI', 'ICE', 'USAO']);
    expect(parts[1]).toMatchObject({
      disclosed: ['ofc-ice-2009#III.A'],
      withheld: [
        { reason: 'NOT_COVERED', fields: [{ coordinate: 'Record.narrative' }, { coordinate: 'Record.office' }] },
      ],
      someRows: [{ reason: 'ROW_CONDITION', fields: [{ coordinate: 'Record.title' }] }],
      contact: desk,
    });
  });

  it('shows one agency, or one reason, when asked to', () => {
    const shown = (originator: string, reason: string) =>
      byOriginator(visibility, { originator, reason }).map((part) => part.originator);
    expect(shown('USAO', '')).toEqual(['USAO']);
    expect(shown('', 'ROW_CONDITION')).toEqual(['ICE']);
  });

  it('says duties in words', () => {
    const owed = {
      originator: 'ICE',
      clause: 'a#1',
      notifyOriginator: true,
      retentionDays: 90,
      onward: 'forbidden',
    } as const;
    expect(dutiesIn({ ...owed, quotas: [{ search: 'tp-tp', perDay: 5 }] })).toEqual([
      'ICE is told of every answer under it.',
      'Delete it after 90 days.',
      'Do not pass it on.',
      'At most 5 searches a day of the kind tp-tp.',
    ]);
  });
});
