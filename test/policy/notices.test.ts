import type { Notice } from '../../policy/notice.ts';
import { agreementOf, grantFor, record, rulesetOf, shareClause, shown } from './language/world.ts';

const TEST = agreementOf([
  shareClause(),
  shareClause({ coordinates: ['Record.office'] }, '2'),
  { id: '3', text: 'In words.', withhold: { from: ['ICE'], to: ['FBI'], coordinates: ['Record.title'] } },
]);
const OTHER = agreementOf([shareClause({ to: ['FBI'] })], { id: 'other' });

/** What a party declares about the test's agreement, at the start of 2020 and at once, unless told otherwise. */
function notice(kind: 'suspend' | 'resume' | 'terminate', party: string, rest: Partial<Notice> = {}): Notice {
  const given = '2020-01-01T00:00:00Z';
  const declared = { notice: `${kind}-by-${party}`, party, agreement: 'test', digest: 'test', given, from: given };
  return { concordat: 1, kind, ...declared, ...rest } as Notice;
}

const at = (day: string) => new Date(`${day}T00:00:00Z`);
const titleFrom = (notices: readonly Notice[], day = '2026-01-01', agreement = TEST) =>
  shown(rulesetOf([agreement, OTHER], notices, at(day)));

describe('a suspension', () => {
  it('closes what others would have of the party, and what it would have of them', () => {
    for (const party of ['ICE', 'DEA']) {
      const ruleset = rulesetOf([TEST], [notice('suspend', party)]);
      expect(shown(ruleset)).toBeUndefined();
      expect(grantFor(ruleset).reason('ICE', 'Record.title')).toEqual({ reason: 'NOT_IN_FORCE', clauses: ['test#1'] });
    }
    expect(titleFrom([notice('suspend', 'USAO')])).toBe('full');
  });

  it('counts from its first instant to the one before its last', () => {
    const suspended = notice('suspend', 'ICE', { from: '2020-06-01T00:00:00Z', until: '2020-07-01T00:00:00Z' });
    const days = ['2020-05-31', '2020-06-01', '2020-06-30', '2020-07-01'];
    expect(days.map((day) => titleFrom([suspended], day))).toEqual(['full', undefined, undefined, 'full']);
    expect(rulesetOf([TEST], [suspended], at('2020-05-31')).until).toBe(Date.parse('2020-06-01T00:00:00Z'));
    expect(rulesetOf([TEST], [suspended], at('2020-06-01')).until).toBe(Date.parse('2020-07-01T00:00:00Z'));
  });

  it('leaves open what is not of its clauses, its parties or its agreement', () => {
    const ruleset = rulesetOf([TEST, OTHER], [notice('suspend', 'ICE', { clauses: ['2'] })]);
    expect(shown(ruleset)).toBe('full');
    expect(shown(ruleset, record(), { coordinate: 'Record.office' })).toBeUndefined();
    const unsuspended = agreementOf([shareClause()], { id: 'third' });
    expect(shown(rulesetOf([TEST, unsuspended], [notice('suspend', 'ICE')]))).toBe('full');
  });

  it('by a party that has nothing to do with a field is no reason why that is closed', () => {
    const waiting = agreementOf([shareClause({ consent: true })]);
    const reason = (party: string) =>
      grantFor(rulesetOf([waiting], [notice('suspend', party)])).reason('ICE', 'Record.title');
    expect(reason('FBI')).toEqual({ reason: 'NOTICE_AWAITED', clauses: ['test#1'] });
    expect(reason('ICE')).toEqual({ reason: 'NOT_IN_FORCE', clauses: ['test#1'] });
  });

  it('does not end what the agreement withholds', () => {
    const asFbi = { viewer: { agency: 'FBI' } };
    for (const kind of ['suspend', 'terminate'] as const)
      for (const party of ['ICE', 'FBI']) {
        expect(shown(rulesetOf([TEST, OTHER], [notice(kind, party)]), record(), asFbi)).toBeUndefined();
      }
    expect(shown(rulesetOf([OTHER]), record(), asFbi)).toBe('full');
  });
});

describe('a resumption', () => {
  const suspended = notice('suspend', 'ICE');
  const resumed = notice('resume', 'ICE', { given: '2020-02-01T00:00:00Z', from: '2020-03-01T00:00:00Z' });

  it('gives back exactly what there was', () => {
    const restored = grantFor(rulesetOf([TEST, OTHER], [suspended, resumed]));
    const before = grantFor(rulesetOf([TEST, OTHER]));
    for (const coordinate of ['Record.title', 'Record.narrative', 'Record.office', 'Record.kind']) {
      expect(restored.cell('ICE', coordinate)).toEqual(before.cell('ICE', coordinate));
      expect(restored.reason('ICE', coordinate)).toEqual(before.reason('ICE', coordinate));
    }
  });

  it('counts from its own day', () => {
    const days = ['2019-12-31', '2020-01-01', '2020-02-29', '2020-03-01'];
    expect(days.map((day) => titleFrom([suspended, resumed], day))).toEqual(['full', undefined, undefined, 'full']);
  });

  it('takes back nothing of another party, nothing that was suspended since, and no termination', () => {
    expect(titleFrom([suspended, { ...resumed, party: 'DEA' }])).toBeUndefined();
    const since = notice('suspend', 'ICE', { notice: 'since', given: '2020-02-01T00:00:01Z' });
    expect(titleFrom([suspended, resumed, since])).toBeUndefined();
    expect(titleFrom([notice('terminate', 'ICE'), resumed])).toBeUndefined();
    expect(titleFrom([suspended, { ...resumed, given: suspended.given }])).toBeUndefined();
  });

  it('takes back nothing that was given after it, however the instants are written', () => {
    const after = notice('suspend', 'ICE', { given: '2020-02-01T00:00:00.500Z' });
    expect(titleFrom([after, resumed])).toBeUndefined();
    expect(titleFrom([{ ...after, given: '2020-01-31T23:59:59.999Z' }, resumed])).toBe('full');
  });
});

describe('a termination', () => {
  const noticed = { ...TEST, noticeDays: 30 };
  const leaving = notice('terminate', 'ICE');

  it('has effect when the days of notice are over', () => {
    const days = ['2020-01-01', '2020-01-30', '2020-01-31', '2026-01-01'];
    expect(days.map((day) => titleFrom([leaving], day, noticed))).toEqual(['full', 'full', undefined, undefined]);
    expect(rulesetOf([noticed], [leaving], at('2020-01-01')).until).toBe(Date.parse('2020-01-31T00:00:00Z'));
    expect(titleFrom([leaving], '2020-01-01')).toBeUndefined();
  });

  it('has effect later, when the party says so, and no sooner', () => {
    const later = { ...leaving, from: '2020-06-01T00:00:00Z' };
    expect(['2020-05-31', '2020-06-01'].map((day) => titleFrom([later], day, noticed))).toEqual(['full', undefined]);
    const sooner = { ...leaving, from: '2019-01-01T00:00:00Z' };
    expect(['2020-01-30', '2020-01-31'].map((day) => titleFrom([sooner], day, noticed))).toEqual(['full', undefined]);
  });

  it('does not end', () => {
    expect(titleFrom([{ ...leaving, until: '2020-02-01T00:00:00Z' }])).toBeUndefined();
  });
});
