import fc from 'fast-check';
import type { Agreement } from '../../policy/agreement.ts';
import type { Row } from '../../policy/condition/evaluate.ts';
import type { Notice } from '../../policy/notice.ts';
import { compileRuleset, type Ruleset } from '../../policy/ruleset.ts';
import { agencyEntry } from '../support/toy-federation.ts';
import { CODES, rows } from './arbitraries.ts';
import { lineages, notices } from './lifecycles.ts';
import { opened, opennessOn, type Openness } from './openness.ts';

const agencies = CODES.map((code) => agencyEntry(code));
const NOW = new Date('2026-01-01T00:00:00Z');

function rulesetOf(agreements: readonly Agreement[], given: readonly Notice[] = []): Ruleset {
  return compileRuleset(
    {
      agreements: agreements.map((agreement) => ({ agreement, digest: JSON.stringify(agreement) })),
      notices: given.map((notice) => ({ notice, digest: notice.notice })),
      agencies,
    },
    NOW,
  );
}

const RECIPIENT = { agency: 'DEA', role: 'analyst', trainings: ['privacy'], clearance: 'secret', contactPoint: true };
const PURPOSE = { area: 'drug-trafficking', use: 'investigation', stage: 'core-data', matches: ['a'] } as const;

/** How open everything of the others is on a row, for a well-vouched viewer of DEA. */
function opennessFor(row: Row, agreements: readonly Agreement[], given: readonly Notice[] = []): Openness {
  const purpose = { ...PURPOSE, offence: { code: '1', maxPenaltyMonths: 24 } };
  return opennessOn(row, rulesetOf(agreements, given).grant(RECIPIENT, purpose), ['ICE', 'FBI']);
}

const RUNS = { numRuns: 80 };

describe('whatever stands between agencies', () => {
  it('an agreement that lapses opens nothing, though its clauses withheld', () => {
    fc.assert(
      fc.property(lineages, fc.nat(), rows, (all, pick, row) => {
        const lapsed = all.map((agreement, index) =>
          index === pick % all.length ? { ...agreement, until: '2025-12-31' } : agreement,
        );
        expect(opened(opennessFor(row, all), opennessFor(row, lapsed))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a suspension or termination by anybody opens nothing, whatever was declared before', () => {
    fc.assert(
      fc.property(lineages, fc.array(notices, { maxLength: 3 }), notices, rows, (all, before, more, row) => {
        fc.pre(more.kind !== 'resume');
        expect(opened(opennessFor(row, all, before), opennessFor(row, all, [...before, more]))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('a resumption closes nothing, and opens no more than there was', () => {
    fc.assert(
      fc.property(lineages, fc.array(notices, { maxLength: 4 }), rows, (all, given, row) => {
        const without = given.filter(({ kind }) => kind !== 'resume');
        const resumed = opennessFor(row, all, given);
        expect(opened(resumed, opennessFor(row, all, without))).toEqual([]);
        const never = without.filter(({ kind }) => kind !== 'suspend');
        expect(opened(opennessFor(row, all, never), resumed)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('notices and agreements count in whatever order they come', () => {
    fc.assert(
      fc.property(lineages, fc.array(notices, { maxLength: 4 }), rows, (all, given, row) => {
        const backwards = opennessFor(row, all.toReversed(), given.toReversed());
        expect(backwards).toEqual(opennessFor(row, all, given));
        expect(rulesetOf(all.toReversed(), given.toReversed()).digest).toBe(rulesetOf(all, given).digest);
      }),
      RUNS,
    );
  });

  it('one that takes the place of others changes nothing of them unless all their parties signed it', () => {
    fc.assert(
      fc.property(lineages, fc.subarray(CODES, { maxLength: 2 }), rows, (all, parties, row) => {
        const ids = all.filter((agreement) => agreement.parties.some((code) => !parties.includes(code)));
        const taking: Agreement = {
          ...{ concordat: 1, id: 'taking', title: 'Taking', signed: '2020-01-01', effective: '2020-01-01', parties },
          supersedes: ids.map(({ id }) => id),
          amends: ids.map(({ id }) => ({ agreement: id, replaces: ['0', '1', '2', '3'] })),
          clauses: [],
        };
        expect(opennessFor(row, [...all, taking])).toEqual(opennessFor(row, all));
      }),
      RUNS,
    );
  });

  it('these generated ones do open and close: the tests above see both', () => {
    const seen = { open: 0, closed: 0 };
    for (const [all, notice, row] of fc.sample(fc.tuple(lineages, notices, rows), { numRuns: 300, seed: 1 })) {
      const before = opennessFor(row, all);
      const after = opennessFor(row, all, [notice]);
      if (Object.values(before).some((open) => open > 0)) seen.open += 1;
      if (opened(after, before).length > 0) seen.closed += 1;
    }
    expect(seen.open).toBeGreaterThan(30);
    expect(seen.closed).toBeGreaterThan(3);
  });
});
