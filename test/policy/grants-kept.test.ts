import type { Grant } from '../../policy/grant.ts';
import { agencyEntry } from '../support/toy-federation.ts';
import { toyAgreement, toyRuleset } from '../support/toy-policy.ts';

const agencies = [agencyEntry('ICE'), agencyEntry('DEA')];
const MOST = 500;

/** A ruleset that is asked by DEA for as many purposes as there are requests. */
function asked(): (request: string) => Grant {
  const ruleset = toyRuleset(agencies, toyAgreement(agencies, []));
  return (request) =>
    ruleset.grant({ agency: 'DEA', role: 'analyst' }, { area: 'drug-trafficking', use: 'investigation', request });
}

describe('grants that a ruleset keeps', () => {
  it('are one for one viewer and purpose', () => {
    const grantFor = asked();
    expect(grantFor('a')).toBe(grantFor('a'));
    expect(grantFor('b')).not.toBe(grantFor('a'));
  });

  it('are not kept without end: a viewer may state ever other purposes', () => {
    const grantFor = asked();
    const first = grantFor('first');
    for (let other = 0; other < MOST; other += 1) grantFor(`${other}`);
    expect(grantFor('first')).not.toBe(first);
  });

  it('are kept while they are asked for', () => {
    const grantFor = asked();
    const often = grantFor('often');
    for (let other = 0; other < 2 * MOST; other += 1) {
      grantFor(`${other}`);
      expect(grantFor('often')).toBe(often);
    }
  });
});
