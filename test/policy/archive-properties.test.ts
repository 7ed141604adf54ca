import fc from 'fast-check';
import type { Bundle, OpenedBundle } from '../../policy/bundle.ts';
import { compileRuleset } from '../../policy/ruleset.ts';
import { testWorld } from './document/world.ts';
import { opened, openness, type Openness } from './openness.ts';
import { record } from './language/world.ts';
import { FIELDS, bundles, partOf, party } from './remembering.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
const RECIPIENT = { agency: 'DEA', role: 'analyst', trainings: ['privacy'], clearance: 'secret', contactPoint: true };
const PURPOSE = {
  ...({ area: 'drug-trafficking', use: 'investigation', stage: 'core-data', matches: ['a'] } as const),
  offence: { code: '1', maxPenaltyMonths: 24 },
};

const ROW = record({ recordedOn: '2011-01-01', reference: 'a' });

/** How open the fields of the others are, for a well-vouched viewer of DEA. */
function opennessTo({ agreements, notices }: OpenedBundle): Openness {
  const ruleset = compileRuleset({ agreements, notices, agencies: testWorld.parties.agencies }, NOW);
  const grant = ruleset.grant(RECIPIENT, PURPOSE);
  const cells = ['ICE', 'FBI'].flatMap((originator) => FIELDS.map((field) => [originator, field] as const));
  return Object.fromEntries(cells.map(([from, field]) => [`${from} ${field}`, openness(grant.cell(from, field), ROW)]));
}

/** A whole bundle, and two parts of it. */
const histories = bundles.chain((whole) => fc.tuple(fc.constant(whole), partOf(whole), partOf(whole)));

/** What is more open with a part than with the whole, to a party that saw the first part, the whole, and then the part. */
function openedBy([whole, before, part]: readonly [Bundle, Bundle, Bundle], remembers = true) {
  const reader = party({ remembers });
  reader.sees(before);
  const known = opennessTo(reader.sees(whole));
  return opened(known, opennessTo(reader.sees(part)));
}

describe('to a party that has seen all agreements and notices', () => {
  it('leaving out documents, signatures or notices opens nothing', () => {
    fc.assert(
      fc.property(histories, (history) => expect(openedBy(history)).toEqual([])),
      { numRuns: 40, seed: 13 },
    );
  });

  it('and it would open what they withheld, suspended and replaced to one that remembers nothing', () => {
    const some = fc.sample(histories, { numRuns: 25, seed: 13 });
    expect(some.filter((history) => openedBy(history, false).length > 0).length).toBeGreaterThan(1);
  });

  it('what was left out and comes back is as it was', () => {
    fc.assert(
      fc.property(histories, ([whole, , part]) => {
        const reader = party();
        const known = opennessTo(reader.sees(whole));
        reader.sees(part);
        expect(opennessTo(reader.sees(whole))).toEqual(known);
      }),
      { numRuns: 8, seed: 14 },
    );
  });

  it('the generated ones are signed, open and withhold: the tests above see something', () => {
    const seen = { signed: 0, unsigned: 0, open: 0 };
    for (const [whole] of fc.sample(histories, { numRuns: 12, seed: 13 })) {
      const all = party().sees(whole);
      for (const { status } of all.reports) seen[status === 'signed' ? 'signed' : 'unsigned'] += 1;
      if (Object.values(opennessTo(all)).some((open) => open > 0)) seen.open += 1;
    }
    expect(seen.signed).toBeGreaterThan(4 * seen.unsigned);
    expect(seen.open).toBeGreaterThan(3);
  });
});
