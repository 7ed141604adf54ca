import fc from 'fast-check';
import type { Share } from '../../../policy/agreement.ts';
import { rulesBetween } from '../../../policy/between.ts';
import { gapsOf } from '../../../policy/explain/gaps.ts';
import type { Recipient } from '../../../policy/recipient.ts';
import { obstaclesOf } from '../../../policy/obstacle.ts';
import { STAGES, purposes, selfAndWider, type Purpose } from '../../../schema/purposes.ts';
import { viewerTerms } from '../../../schema/viewers.ts';
import { testWorld } from '../document/world.ts';
import { toyAgreement, toyRuleset } from '../../support/toy-policy.ts';

const agencies = testWorld.parties.agencies.filter(({ code }) => code === 'ICE' || code === 'DEA');
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const some = (codes: Iterable<string>) => fc.subarray([...codes], { minLength: 1 });
const stage = fc.constantFrom(...STAGES);
const search = fc.constantFrom('tp-tp', 'name', 'lt-ul');
const months = fc.constantFrom(12, 36, 60);

/** Without what was left out, as an author leaves it out. */
function written<Value>(value: object): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const scope = fc.record({
  for: fc.record({
    areas: sometimes(some(['drug-trafficking', 'organized-crime', 'financial-crime'])),
    uses: sometimes(some(['prosecution', 'evidence', 'public-security-threat'])),
    searches: sometimes(fc.subarray(['tp-tp', 'name'], { minLength: 1 })),
    stage: sometimes(stage),
    minPenaltyMonths: sometimes(months),
  }),
  viewer: fc.record({
    roles: sometimes(some(['analyst', 'prosecutor'])),
    trainings: sometimes(some(viewerTerms.trainings.keys())),
    clearance: sometimes(fc.constantFrom(...viewerTerms.clearances.keys())),
    officers: sometimes(fc.constant(['DEA:officer-17'])),
    contactPoint: sometimes(fc.boolean()),
  }),
  obligations: sometimes(
    fc.record({ quotas: fc.array(fc.record({ search: sometimes(search), perDay: fc.constant(3) }), { minLength: 1 }) }),
  ),
});

const question = fc.record({
  recipient: fc.record({
    agency: fc.constant('DEA'),
    role: fc.constantFrom('analyst', 'prosecutor', 'auditor'),
    trainings: sometimes(fc.subarray([...viewerTerms.trainings.keys()])),
    clearance: sometimes(fc.constantFrom(...viewerTerms.clearances.keys())),
    contactPoint: sometimes(fc.boolean()),
    sub: sometimes(fc.constantFrom('officer-17', 'officer-18')),
  }),
  purpose: fc.record({
    area: fc.constantFrom('drug-trafficking', 'labor-racketeering', 'tax-crime', 'terrorism'),
    use: fc.constantFrom('prosecution', 'evidence', 'threat-to-life', 'analysis'),
    case: fc.constant('1'),
    stage: sometimes(stage),
    search: sometimes(search),
    offence: sometimes(months.map((maxPenaltyMonths) => ({ code: 'x', maxPenaltyMonths }))),
  }),
});

interface Asked {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
}

describe('what keeps a clause from speaking', () => {
  it('is told exactly when something does', () => {
    fc.assert(
      fc.property(scope.map(written<Partial<Share>>), question.map(written<Asked>), (share, { recipient, purpose }) => {
        const clause = { id: '1', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'], ...share } };
        const { rules } = toyRuleset(agencies, toyAgreement(agencies, [clause]));
        const entries = new Map(agencies.map((agency) => [agency.code, agency]));
        const [{ rule } = { rule: rules[0]! }] = rulesBetween(rules, 'ICE', 'DEA', entries);
        const gaps = gapsOf(rule, recipient, purpose, { purposes, viewers: viewerTerms });
        const asked = {
          areas: selfAndWider(purposes.areas, purpose.area),
          uses: selfAndWider(purposes.uses, purpose.use),
          spent: new Set<string>(),
        };
        expect(gaps.length > 0).toBe(obstaclesOf(rule, { recipient, purpose, ...asked }).length > 0);
        for (const { only, change } of gaps) expect(`${only}${change}`).not.toMatch(/undefined|``/);
      }),
      { numRuns: 500, seed: 20090806 },
    );
  });
});
