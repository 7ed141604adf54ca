import type { Agreement } from '../../policy/agreement.ts';
import type { AgreementStatus } from '../../policy/lifecycle.ts';
import type { Notice } from '../../policy/notice.ts';
import { agreementOf, record, rulesetOf, shareClause, shown } from './language/world.ts';

const ALL = ['ICE', 'DEA', 'FBI', 'USAO'];
const FIRST = agreementOf([shareClause(), { id: '2', text: 'In words.', withhold: withholdTitle() }], {
  id: 'first',
  parties: ['ICE', 'DEA'],
});
const OPEN = agreementOf([shareClause()], { id: 'open', parties: ['ICE', 'DEA'] });

function withholdTitle() {
  return { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'] };
}

function later(rest: Partial<Agreement>): Agreement {
  return agreementOf([shareClause({ coordinates: ['Record.office'] })], {
    id: 'later',
    parties: ['ICE', 'DEA'],
    ...rest,
  });
}

function statusOf(id: string, all: readonly Agreement[], notices: readonly Notice[] = []): AgreementStatus | undefined {
  return rulesetOf(all, notices).standing.get(id)?.status;
}

const office = (all: readonly Agreement[], notices: readonly Notice[] = []) =>
  shown(rulesetOf(all, notices), record(), { coordinate: 'Record.office' });

describe('an agreement that supersedes another', () => {
  it('takes its place, with what it withholds', () => {
    const all = [FIRST, OPEN, later({ supersedes: ['first'] })];
    expect(shown(rulesetOf([FIRST, OPEN]))).toBeUndefined();
    expect(shown(rulesetOf(all))).toBe('full');
    expect([statusOf('first', all), statusOf('later', all)]).toEqual(['superseded', 'in-force']);
    expect(office(all)).toBe('full');
  });

  it.each<readonly [string, Partial<Agreement>]>([
    ['a party of the earlier one did not sign it', { parties: ['ICE', 'FBI'] }],
    ['it has not begun', { effective: '2027-01-01' }],
    ['it names another', { supersedes: ['open'] }],
  ])('changes nothing when %s', (_why, rest) => {
    const all = [FIRST, later({ supersedes: ['first'], ...rest })];
    expect(statusOf('first', all)).toBe('in-force');
    expect(shown(rulesetOf([OPEN, ...all]))).toBeUndefined();
  });

  it('brings nothing back when it lapses, and what it withheld stays withheld', () => {
    const clauses = [{ id: '1', text: 'In words.', withhold: withholdTitle() }];
    const all = [OPEN, { ...FIRST, supersedes: [] }, later({ clauses, supersedes: ['first'], until: '2020-01-01' })];
    expect([statusOf('first', all), statusOf('later', all)]).toEqual(['superseded', 'expired']);
    expect(shown(rulesetOf(all))).toBeUndefined();
  });

  it('cannot name itself', () => {
    expect(statusOf('later', [later({ supersedes: ['later'] })])).toBe('in-force');
  });
});

describe('an agreement that amends another', () => {
  const amends = [{ agreement: 'first', replaces: ['2'] }];

  it('puts its clauses in the place of those that it names, and leaves the rest', () => {
    const amended = [FIRST, later({ amends })];
    expect(shown(rulesetOf([FIRST]))).toBeUndefined();
    expect(shown(rulesetOf(amended))).toBe('full');
    expect(office(amended)).toBe('full');
    const narrower = [FIRST, later({ amends: [{ agreement: 'first', replaces: ['1'] }] })];
    expect(shown(rulesetOf(narrower), record(), { coordinate: 'Record.narrative' })).toBeUndefined();
  });

  it.each<readonly [string, Partial<Agreement>]>([
    ['a party of the earlier one did not sign it', { parties: ['ICE', 'FBI', 'USAO'] }],
    ['it has not begun', { effective: '2027-01-01' }],
  ])('changes nothing when %s', (_why, rest) => {
    expect(shown(rulesetOf([FIRST, later({ amends, ...rest })]))).toBeUndefined();
  });

  it('shares nothing when what it amends is not in force', () => {
    expect(office([{ ...FIRST, until: '2020-01-01' }, later({ amends })])).toBeUndefined();
  });
});

describe('an agreement that supplements another', () => {
  const more = later({ supplements: ['first'], parties: ALL });
  const suspended: Notice = {
    ...{ concordat: 1, notice: 'n', kind: 'suspend', party: 'ICE', agreement: 'first', digest: 'first' },
    ...{ given: '2020-01-01T00:00:00Z', from: '2020-01-01T00:00:00Z' },
  };

  it('shares while the other is in force', () => {
    expect(office([FIRST, more])).toBe('full');
    expect(statusOf('later', [FIRST, more])).toBe('in-force');
  });

  it.each<readonly [string, readonly Agreement[]]>([
    ['is not known', []],
    ['has not begun', [{ ...FIRST, effective: '2027-01-01' }]],
    ['has lapsed', [{ ...FIRST, until: '2020-01-01' }]],
    ['was superseded', [FIRST, later({ id: 'successor', supersedes: ['first'], clauses: [shareClause()] })]],
    ['leans on this one in turn', [{ ...FIRST, supplements: ['later'] }]],
  ])('shares nothing when the other %s', (_why, base) => {
    expect(office([...base, more])).toBeUndefined();
    expect(statusOf('later', [...base, more])).toBe('base-not-in-force');
  });

  it('shares nothing with a party that suspended the other', () => {
    expect(office([FIRST, more], [suspended])).toBeUndefined();
    expect(office([FIRST, more], [{ ...suspended, party: 'USAO' }])).toBe('full');
  });

  it('withholds as long as it would have', () => {
    const clauses = [{ id: '1', text: 'In words.', withhold: withholdTitle() }];
    const withholding = later({ clauses, supplements: ['first'] });
    for (const base of [FIRST, { ...FIRST, until: '2020-01-01' }])
      expect(shown(rulesetOf([OPEN, { ...base, clauses: [shareClause()] }, withholding]))).toBeUndefined();
  });
});

describe('an agreement that follows another', () => {
  it('changes nothing about it', () => {
    expect(statusOf('first', [FIRST, later({ follows: ['first'] })])).toBe('in-force');
    expect(statusOf('later', [later({ follows: ['unknown'] })])).toBe('in-force');
  });
});

describe('who leaves a group', () => {
  const group = { name: 'A centre', coordinator: 'FBI', members: ['DEA', 'FBI'] };
  const charter = agreementOf([shareClause({ to: ['CTR'] })], { id: 'charter', groups: { CTR: group } });
  const rules = agreementOf([{ id: '1', text: 'In words.', withhold: { ...withholdTitle(), to: ['CTR'] } }], {
    id: 'rules',
  });
  const left: Notice = {
    ...{ concordat: 1, notice: 'n', kind: 'terminate', party: 'DEA', agreement: 'charter', digest: 'charter' },
    ...{ given: '2020-01-01T00:00:00Z', from: '2020-01-01T00:00:00Z' },
  };

  it('receives nothing as a member any more, and is kept from what members were kept from', () => {
    const narrative = { coordinate: 'Record.narrative' };
    expect(shown(rulesetOf([charter, rules]), record(), narrative)).toBe('full');
    expect(shown(rulesetOf([charter, rules], [left]), record(), narrative)).toBeUndefined();
    expect(shown(rulesetOf([charter, OPEN], [left]))).toBe('full');
    expect(shown(rulesetOf([charter, rules, OPEN], [left]))).toBeUndefined();
    expect(shown(rulesetOf([{ ...charter, until: '2020-01-01' }, rules, OPEN]))).toBeUndefined();
  });

  it('is not made active again by the end of what made it an observer', () => {
    const observing = agreementOf([{ id: '1', text: 'In words.' }], {
      ...{ id: 'observing', parties: ['DEA', 'CTR'] },
      accessions: [{ party: 'DEA', to: 'CTR', participation: 'observer', backDated: true }],
    });
    const narrative = { coordinate: 'Record.narrative' };
    expect(shown(rulesetOf([charter, observing]), record(), narrative)).toBeUndefined();
    expect(shown(rulesetOf([charter, { ...observing, until: '2020-01-01' }]), record(), narrative)).toBeUndefined();
    const ended = { ...left, agreement: 'observing', digest: 'observing' };
    expect(shown(rulesetOf([charter, observing], [ended]), record(), narrative)).toBeUndefined();
  });

  it('is not freed by its own group from what others withhold from members', () => {
    const clauses = [{ id: '1', text: 'In words.' }];
    const accessions = [{ party: 'DEA', to: 'CTR' }];
    const joining = agreementOf(clauses, { id: 'joining', parties: ['DEA', 'CTR'], accessions });
    const undone = agreementOf(clauses, { id: 'undone', parties: ['DEA', 'CTR'], supersedes: ['joining'] });
    const founded = { ...charter, groups: { CTR: { ...group, members: ['FBI'] } } };
    expect(shown(rulesetOf([founded, rules, OPEN, joining]))).toBeUndefined();
    expect(shown(rulesetOf([founded, rules, OPEN, joining, undone]))).toBeUndefined();
  });
});
