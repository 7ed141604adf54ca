import fc from 'fast-check';
import { PARTICIPATIONS, type Accession, type Agreement } from '../../../policy/agreement.ts';
import { often, optional, rarely, some, sometimes } from './chances.ts';
import { effects, type Effect } from './clauses.ts';
import { CHARTER, CODES, GROUP } from './words.ts';

const EARLY = ['2009-01-01', '2009-01-01', '2009-01-01'];
const lifetimes = optional<Pick<Agreement, 'effective' | 'until'>>({
  effective: fc.constantFrom(...EARLY, ...EARLY, '2010-06-30', '2025-12-31', '2026-01-01', '2026-01-02'),
  until: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('2025-06-30', '2025-12-31', '2026-01-01') },
  ),
});

const accession: fc.Arbitrary<Omit<Accession, 'to'>> = optional({
  party: fc.constantFrom(...CODES),
  from: sometimes(fc.constantFrom('2010-06-30', '2025-12-31', '2026-01-01', '2026-01-02')),
  backDated: often(fc.boolean()),
  participation: sometimes(fc.constantFrom(...PARTICIPATIONS)),
  reserves: sometimes(some([`${CHARTER}#0`, 'bilateral-1#0', 'bilateral-2#1'])),
});

const lineage = (earlier: readonly string[]) =>
  optional<Pick<Agreement, 'supersedes' | 'amends' | 'supplements' | 'noticeDays'>>({
    supersedes: rarely(some(earlier)),
    amends: rarely(
      fc.tuple(fc.constantFrom(...earlier), some(['0', '1'])).map(([agreement, replaces]) => [{ agreement, replaces }]),
    ),
    supplements: rarely(some(earlier)),
    noticeDays: rarely(fc.constantFrom(30)),
  });

/** The charter of the group. */
export const charter = fc.tuple(some(CODES), effects, lifetimes).map(([members, of, dates]): Agreement =>
  agreement(CHARTER, of, dates, members, {
    groups: { [GROUP]: { name: 'Center', coordinator: members[0]!, members } },
  }),
);

/** An agreement by which somebody joins it. */
export const accessions = fc
  .tuple(accession, effects, lifetimes)
  .map(([{ party, ...how }, of, dates]): Agreement =>
    agreement('joins', of, dates, [party, GROUP], { accessions: [{ party, to: GROUP, ...how }] }),
  );

/** Agreements that may come after each other. */
export const others = fc.tuple(...['bilateral-1', 'bilateral-2', 'bilateral-3'].map(plain));

function plain(id: string, index: number): fc.Arbitrary<Agreement> {
  const earlier = [CHARTER, 'joins', 'bilateral-1', 'bilateral-2'].slice(0, 2 + index);
  const signers = fc.oneof(
    { weight: 2, arbitrary: fc.constant([...CODES, GROUP]) },
    { weight: 1, arbitrary: fc.subarray([...CODES, GROUP], { minLength: 2 }) },
  );
  return fc
    .tuple(effects, lifetimes, signers, lineage(earlier))
    .map(([of, dates, who, line]) => agreement(id, of, dates, who, line));
}

function agreement(
  id: string,
  of: readonly Effect[],
  dates: Pick<Agreement, 'effective' | 'until'>,
  who: readonly string[],
  rest: Partial<Agreement>,
): Agreement {
  const clauses = of.map((effect, index) => ({ id: `${index}`, text: `Clause ${index} "in words".`, ...effect }));
  return { concordat: 1, id, title: id, signed: '2009-01-01', ...dates, parties: who, ...rest, clauses };
}
