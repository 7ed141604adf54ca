import type { PurposeScope } from '../../../policy/agreement.ts';
import type { GrantPurpose } from '../../../policy/obstacle.ts';
import type { Notice } from '../../../policy/notice.ts';
import { agreementOf, grantFor, person, record, rulesetOf, shareClause, shown } from './world.ts';

const OFFENCE = { code: '21 USC 841', maxPenaltyMonths: 120 };
const RELEASE: Notice = {
  concordat: 1,
  notice: 'release-1',
  kind: 'release',
  party: 'ICE',
  agreement: 'test',
  digest: 'test',
  given: '2020-01-01T00:00:00Z',
  from: '2020-01-01T00:00:00Z',
  to: ['DEA'],
  request: 'RFI-7',
  references: ['record-1'],
};

function opens(scope: PurposeScope, purpose: Partial<GrantPurpose>, row = record(), notices: readonly Notice[] = []) {
  return shown(rulesetOf([agreementOf([shareClause({ for: scope })])], notices), row, { purpose }) !== undefined;
}

describe('a clause for a stage', () => {
  it('opens from that stage on', () => {
    const matches = ['record-1'];
    const stages = ['hit', 'match', 'core-data', 'follow-up'] as const;
    const opened = stages.map((stage) => opens({ stage: 'core-data' }, { stage, matches }));
    expect(opened).toEqual([false, false, true, true]);
    expect(opens({ stage: 'hit' }, {})).toBe(true);
    expect(opens({ stage: 'match' }, { matches })).toBe(false);
  });

  it('opens the objects whose match was confirmed, with what is in them, and no other', () => {
    const purpose = { stage: 'match', matches: ['record-1'] } as const;
    expect(opens({ stage: 'match' }, purpose, record())).toBe(true);
    expect(opens({ stage: 'match' }, purpose, record({ reference: 'record-2' }))).toBe(false);
    expect(opens({ stage: 'match' }, purpose, record({ reference: undefined }))).toBe(false);
    expect(opens({ stage: 'match' }, { stage: 'match', matches: [] })).toBe(false);
    const clause = shareClause({ coordinates: ['Person.surname'], for: { stage: 'match' } });
    const ruleset = rulesetOf([agreementOf([clause])]);
    const surname = (row: ReturnType<typeof person>) => shown(ruleset, row, { purpose, coordinate: 'Person.surname' });
    expect(surname(person())).toBe('full');
    expect(surname(person({}, record({ reference: 'record-2' })))).toBeUndefined();
    expect(surname(person({ reference: 'record-1' }, record({ reference: 'record-2' })))).toBe('full');
  });

  it('opens at follow-up what the originator released, for that request and that agency', () => {
    const followUp = { stage: 'follow-up', matches: ['record-1'], request: 'RFI-7' } as const;
    const scope = { stage: 'follow-up' } as const;
    expect(opens(scope, followUp, record(), [RELEASE])).toBe(true);
    expect(opens(scope, followUp, record(), [])).toBe(false);
    expect(opens(scope, { ...followUp, request: 'RFI-8' }, record(), [RELEASE])).toBe(false);
    expect(opens(scope, followUp, record({ reference: 'record-2' }), [RELEASE])).toBe(false);
    expect(opens(scope, followUp, record(), [{ ...RELEASE, to: ['FBI'] }])).toBe(false);
    expect(opens(scope, followUp, record(), [{ ...RELEASE, party: 'FBI' }])).toBe(false);
    expect(opens(scope, followUp, record(), [{ ...RELEASE, until: '2021-01-01T00:00:00Z' }])).toBe(false);
  });

  it('waits for a person at the originator where it asks for a release beside the match', () => {
    const scope = { stage: 'core-data', released: true } as const;
    const purpose = { stage: 'core-data', matches: ['record-1'], request: 'RFI-7' } as const;
    expect(opens(scope, purpose, record(), [RELEASE])).toBe(true);
    expect(opens(scope, purpose, record(), [])).toBe(false);
    expect(opens(scope, { ...purpose, matches: ['record-2'] }, record(), [RELEASE])).toBe(false);
    const { request: _, ...unasked } = purpose;
    expect(opens(scope, unasked, record(), [RELEASE])).toBe(false);
  });

  it('is opened by a release under its own agreement only', () => {
    const followUp = { stage: 'follow-up', matches: ['record-1'], request: 'RFI-7' } as const;
    expect(opens({ stage: 'follow-up' }, followUp, record(), [{ ...RELEASE, agreement: 'other' }])).toBe(false);
  });

  it('is told as what is awaited, when only the originator has still to speak', () => {
    const ruleset = rulesetOf([agreementOf([shareClause({ for: { stage: 'follow-up' } })])]);
    const purpose = { stage: 'follow-up', matches: ['record-1'], request: 'RFI-7' } as const;
    const awaited = { reason: 'NOTICE_AWAITED', clauses: ['test#1'] };
    expect(grantFor(ruleset, { purpose }).reason('ICE', 'Record.title')).toEqual(awaited);
    const consenting = rulesetOf([agreementOf([shareClause({ consent: true })])]);
    expect(grantFor(consenting).reason('ICE', 'Record.title')).toEqual(awaited);
  });

  it('is told as not reached while the offence is not stated', () => {
    const ruleset = rulesetOf([agreementOf([shareClause({ for: { minPenaltyMonths: 12 } })])]);
    const reason = (purpose: Partial<GrantPurpose>) =>
      grantFor(ruleset, { purpose }).reason('ICE', 'Record.title')?.reason;
    expect(reason({})).toBe('STAGE_NOT_REACHED');
    expect(reason({ offence: { ...OFFENCE, maxPenaltyMonths: 6 } })).toBe('PURPOSE_NOT_COVERED');
  });

  it('is told as the reason', () => {
    const grant = grantFor(rulesetOf([agreementOf([shareClause({ for: { stage: 'match' } })])]));
    expect(grant.reason('ICE', 'Record.title')).toEqual({ reason: 'STAGE_NOT_REACHED', clauses: ['test#1'] });
  });
});

describe('what a clause is for', () => {
  it('covers the uses under a use, as it covers the areas under an area', () => {
    expect(opens({ uses: ['prosecution'] }, { use: 'evidence' })).toBe(true);
    expect(opens({ uses: ['evidence'] }, { use: 'prosecution' })).toBe(false);
    expect(opens({ areas: ['financial-crime'] }, { area: 'tax-crime' })).toBe(true);
    expect(opens({ areas: ['tax-crime'] }, { area: 'financial-crime' })).toBe(false);
  });

  it('may ask for a grave offence', () => {
    const scope = { minPenaltyMonths: 12 };
    expect(opens(scope, { offence: OFFENCE })).toBe(true);
    expect(opens(scope, { offence: { ...OFFENCE, maxPenaltyMonths: 11 } })).toBe(false);
    expect(opens(scope, {})).toBe(false);
  });

  it('may ask for a kind of search', () => {
    expect(opens({ searches: ['tp-tp'] }, { search: 'tp-tp' })).toBe(true);
    expect(opens({ searches: ['tp-tp'] }, { search: 'lt-tp' })).toBe(false);
    expect(opens({ searches: ['tp-tp'] }, {})).toBe(false);
  });
});
