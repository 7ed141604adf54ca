import type { ViewerScope } from '../../../policy/agreement.ts';
import type { Recipient } from '../../../policy/recipient.ts';
import { agreementOf, grantFor, rulesetOf, shareClause, shown } from './world.ts';

const ALL: ViewerScope = {
  roles: ['examiner'],
  trainings: ['privacy', 'fingerprint-examiner'],
  clearance: 'secret',
  officers: ['DEA:officer-17'],
  contactPoint: true,
};
const WHO: Partial<Recipient> = {
  role: 'examiner',
  trainings: ['fingerprint-examiner', 'privacy', 'child-protection'],
  clearance: 'top-secret',
  sub: 'officer-17',
  contactPoint: true,
};

function sees(viewer: Partial<Recipient>, scope: ViewerScope = ALL): boolean {
  return shown(rulesetOf([agreementOf([shareClause({ viewer: scope })])]), undefined, { viewer }) !== undefined;
}

describe('what a clause asks of the viewer', () => {
  it('opens it to whoever is all of that', () => {
    expect(sees(WHO)).toBe(true);
  });

  const lacking: readonly (readonly [string, Partial<Recipient>])[] = [
    ['another role', { role: 'analyst' }],
    ['one training of two', { trainings: ['privacy'] }],
    ['a lower clearance', { clearance: 'confidential' }],
    ['a clearance that nobody knows', { clearance: 'cosmic' }],
    ['another officer', { sub: 'officer-18' }],
    ['the officer of that name at another agency', { agency: 'FBI' }],
    ['no contact point', { contactPoint: false }],
  ];
  it.each(lacking)('closes it to a viewer with %s', (_, difference) => {
    expect(sees({ ...WHO, ...difference })).toBe(false);
  });

  it('closes it to a viewer for whom nothing of it is vouched', () => {
    for (const key of ['trainings', 'clearance', 'sub', 'contactPoint'] as const) {
      const { [key]: _, ...rest } = WHO;
      expect([key, sees(rest)]).toEqual([key, false]);
    }
  });

  it('does not let one officer in by the grant of another', () => {
    const ruleset = rulesetOf([agreementOf([shareClause({ viewer: { officers: ['DEA:officer-17'] } })])]);
    const as = (sub: string) => shown(ruleset, undefined, { viewer: { sub } });
    expect([as('officer-17'), as('officer-18'), as('officer-17')]).toEqual(['full', undefined, 'full']);
  });

  it('is told as the reason, with the clause', () => {
    const ruleset = rulesetOf([agreementOf([shareClause({ viewer: { trainings: ['privacy'] } })])]);
    const reason = grantFor(ruleset).reason('ICE', 'Record.title');
    expect(reason).toEqual({ reason: 'VIEWER_NOT_COVERED', clauses: ['test#1'] });
  });
});
