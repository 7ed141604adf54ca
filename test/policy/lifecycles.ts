import fc from 'fast-check';
import type { Accession, Agreement } from '../../policy/agreement.ts';
import type { Notice } from '../../policy/notice.ts';
import { CODES, agreementOf, share, withhold, type Effect } from './arbitraries.ts';

/** The group of generated agreements. */
const GROUP = 'CTR';

/** Puts the group in the place of the agencies that a clause names. */
function amongMembers({ share: shares, withhold: withholds }: Effect): Effect {
  const among = { from: [GROUP], to: [GROUP] };
  if (shares) return { share: { ...shares, ...among } };
  return withholds ? { withhold: { ...withholds, ...among } } : {};
}

const effects = fc.array(
  fc
    .tuple(fc.oneof(share, share, withhold), fc.boolean())
    .map(([effect, grouped]) => (grouped ? amongMembers(effect) : effect)),
  { minLength: 1, maxLength: 4 },
);

const accession: fc.Arbitrary<Accession> = fc.record(
  {
    party: fc.constantFrom(...CODES),
    to: fc.constant(GROUP),
    from: fc.constantFrom('2009-06-01', '2010-06-30', '2011-01-01'),
    backDated: fc.boolean(),
    participation: fc.constantFrom('active', 'limited', 'observer'),
    reserves: fc.subarray(['agreement-0#0', 'agreement-1#0'], { minLength: 1 }),
  },
  { requiredKeys: ['party', 'to'] },
);

/** Agreements of which one founds a group, some let parties join it, and some lean on others. */
export const lineages: fc.Arbitrary<readonly Agreement[]> = fc
  .record({
    founding: effects,
    members: fc.subarray(CODES),
    accessions: fc.array(accession, { maxLength: 3 }),
    others: fc.array(fc.tuple(effects, fc.option(fc.constantFrom('charter', 'agreement-0', 'agreement-1'))), {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(({ founding, members, accessions, others }) => [
    {
      ...agreementOf('charter', founding),
      groups: { [GROUP]: { name: 'A centre', coordinator: 'FBI', members } },
    },
    ...accessions.map(joiningBy),
    ...others.map(([own, base], index) => ({
      ...agreementOf(`agreement-${index}`, own),
      ...(base && base !== `agreement-${index}` && { supplements: [base] }),
    })),
  ]);

function joiningBy(joined: Accession, index: number): Agreement {
  return { ...agreementOf(`joining-${index}`, [], [joined.party, GROUP]), accessions: [joined] };
}

/** A notice of a party about an agreement, in the months before and after the day on which tests look. */
export const notices: fc.Arbitrary<Notice> = fc
  .record({
    kind: fc.constantFrom('suspend', 'resume', 'terminate'),
    party: fc.constantFrom(...CODES, GROUP),
    agreement: fc.constantFrom(
      'charter',
      'charter',
      'agreement-0',
      'agreement-0',
      'agreement-1',
      'joining-0',
      'joining-1',
    ),
    given: fc.constantFrom('2025-01-01T00:00:00Z', '2025-06-01T00:00:00Z', '2025-06-01T00:00:00.500Z'),
    from: fc.constantFrom(
      '2025-01-01T00:00:00Z',
      '2025-06-01T00:00:00Z',
      '2025-06-01T00:00:00Z',
      '2026-06-01T00:00:00Z',
    ),
    until: fc.constantFrom(null, null, null, '2025-12-01T00:00:00Z', '2026-12-01T00:00:00Z'),
    clauses: fc.option(fc.subarray(['0', '1'], { minLength: 1 }), { freq: 2 }),
    notice: fc.uuid(),
  })
  .map(({ until, clauses, ...of }) => {
    const clausesOf = of.kind === 'suspend' && clauses ? { clauses } : {};
    return { concordat: 1, digest: of.agreement, ...of, ...(until && { until }), ...clausesOf };
  });
