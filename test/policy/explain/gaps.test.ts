import fc from 'fast-check';
import type { Share } from '../../../policy/agreement.ts';
import { rulesBetween, type RuleBetween } from '../../../policy/between.ts';
import { NEVER } from '../../../policy/condition/condition.ts';
import { isEvidence, type Consents } from '../../../policy/consents.ts';
import { gapsOf } from '../../../policy/explain/gaps.ts';
import { waitingGaps } from '../../../policy/explain/waiting.ts';
import type { Recipient } from '../../../policy/recipient.ts';
import { obstaclesOf } from '../../../policy/obstacle.ts';
import { speakingRule } from '../../../policy/speaking.ts';
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
    released: sometimes(fc.boolean()),
  }),
  consent: sometimes(fc.boolean()),
  viewer: fc.record({
    roles: sometimes(some(['analyst', 'prosecutor'])),
    trainings: sometimes(some(viewerTerms.trainings.keys())),
    clearance: sometimes(fc.constantFrom(...viewerTerms.clearances.keys())),
    officers: sometimes(fc.constant(['DEA:officer-17'])),
    contactPoint: sometimes(fc.boolean()),
  }),
  obligations: sometimes(
    fc.record({
      quotas: sometimes(fc.array(fc.record({ search: sometimes(search), perDay: fc.constant(3) }), { minLength: 1 })),
      evidence: sometimes(fc.constant('with-consent')),
    }),
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
    matches: sometimes(fc.subarray(['ICE-1'])),
    request: sometimes(fc.constant('RFI-7')),
    search: sometimes(search),
    offence: sometimes(months.map((maxPenaltyMonths) => ({ code: 'x', maxPenaltyMonths }))),
  }),
});

const named = fc.constantFrom([], ['ICE-1']);

/** What ICE has released and consented to; nothing without a request is released for it. */
const consents = fc.record({ released: named, consented: named });

function consentsOf({ released, consented }: Named, { request }: Purpose): Consents {
  return {
    own: consented,
    ownUnder: new Map([['test', consented]]),
    thirdParty: new Map(),
    released: new Map([['test', request === undefined ? [] : released]]),
  };
}

interface Named {
  readonly released: readonly string[];
  readonly consented: readonly string[];
}

interface Asked {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
}

describe('what keeps a clause from speaking', () => {
  it('is told exactly when something does', () => {
    const asked = [scope.map(written<Partial<Share>>), question.map(written<Asked>), consents] as const;
    fc.assert(
      fc.property(...asked, (share, { recipient, purpose }, given) => {
        const between = clauseOf(share);
        const waiting = { originator: 'ICE', family: 'Record', purpose, consents: consentsOf(given, purpose) } as const;
        const gaps = [
          ...gapsOf(between.rule, recipient, purpose, { purposes, viewers: viewerTerms }),
          ...waitingGaps(between.rule, waiting),
        ];
        const areas = selfAndWider(purposes.areas, purpose.area);
        const uses = selfAndWider(purposes.uses, purpose.use);
        const obstacles = obstaclesOf(between.rule, { recipient, purpose, areas, uses, spent: new Set() });
        const evidence = isEvidence(purpose.use, purposes);
        const { rows } = speakingRule(between, purpose, waiting.consents, evidence);
        expect(gaps.length > 0).toBe(obstacles.length > 0 || rows('Record') === NEVER);
        for (const { only, change } of gaps) expect(`${only}${change}`).not.toMatch(/undefined|``/);
      }),
      { numRuns: 1000, seed: 20090806 },
    );
  });
});

/** The only clause between ICE and DEA. */
function clauseOf(share: Partial<Share>): RuleBetween {
  const clause = { id: '1', share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title'], ...share } };
  const { rules } = toyRuleset(agencies, toyAgreement(agencies, [clause]));
  const [between] = rulesBetween(rules, 'ICE', 'DEA', new Map(agencies.map((agency) => [agency.code, agency])));
  return between!;
}
