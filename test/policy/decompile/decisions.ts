import type { Agreement } from '../../../policy/agreement.ts';
import type { Cell } from '../../../policy/cell.ts';
import { allOf, anyOf, keyOf, not, type Condition } from '../../../policy/condition/condition.ts';
import type { Notice } from '../../../policy/notice.ts';
import type { GrantPurpose } from '../../../policy/obstacle.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { compileRuleset, type Ruleset } from '../../../policy/ruleset.ts';
import type { Coordinate } from '../../../schema/contract.ts';

/** Everything that a ruleset decides for these viewers and purposes, whatever the order of clauses and tests. */
export function decisions(
  ruleset: Ruleset,
  agencies: readonly AgencyEntry[],
  coordinates: readonly Coordinate[],
  purposes: readonly GrantPurpose[] = PURPOSES,
): readonly unknown[] {
  const codes = agencies.map(({ code }) => code);
  return VIEWERS.flatMap((viewer) =>
    purposes.flatMap((purpose) =>
      codes.flatMap((agency) => {
        const grant = ruleset.grant({ agency, ...viewer }, purpose);
        return codes.flatMap((of) => {
          const levels = (['Record', 'Case'] as const).map((family) =>
            Object.values(grant.levels(of, family)).map(canonicalKey),
          );
          return [levels, ...coordinates.map((coordinate) => decisionOf(grant.cell(of, coordinate)))];
        });
      }),
    ),
  );
}

/** The ruleset of these at an instant, as if every party had signed. */
export function compiled(
  agreements: readonly Agreement[],
  agencies: readonly AgencyEntry[],
  { notices = [], at = new Date('2026-01-01T00:00:00Z') }: { notices?: readonly Notice[]; at?: Date } = {},
): Ruleset {
  const signed = agreements.map((agreement) => ({ agreement, digest: agreement.id }));
  const given = notices.map((notice) => ({ notice, digest: notice.notice }));
  return compileRuleset({ agreements: signed, notices: given, agencies }, at);
}

const VIEWERS = [
  { role: 'analyst' },
  { role: 'prosecutor', trainings: ['privacy', 'child-protection'], clearance: 'secret', contactPoint: true },
];

const PURPOSES: readonly GrantPurpose[] = [
  { area: 'drug-trafficking', use: 'investigation' },
  {
    area: 'cybercrime',
    use: 'prosecution',
    stage: 'core-data',
    matches: ['a'],
    offence: { code: '1', maxPenaltyMonths: 24 },
  },
];

function decisionOf({ coordinate, rows, told, silent, treatments, shares, withholds, closedBy }: Cell) {
  return {
    coordinate,
    rows: [rows, told.CONTACT, told.EXISTS, silent].map(canonicalKey),
    treatments: treatments.map((of) => [of.treatment, canonicalKey(of.rows)]),
    because: [shares, withholds, closedBy].map((clauses) => [...clauses].sort()),
  };
}

function canonicalKey(condition: Condition): string {
  return keyOf(canonical(condition));
}

/** Parts of formulas, and values of lists, in order. */
function canonical(condition: Condition): Condition {
  switch (condition.is) {
    case 'all':
      return allOf(sorted(condition.of));
    case 'any':
      return anyOf(sorted(condition.of));
    case 'not':
      return not(canonical(condition.of));
    case 'test':
      return 'values' in condition.test
        ? { ...condition, test: { ...condition.test, values: [...condition.test.values].sort() } }
        : condition;
    default:
      return condition;
  }
}

function sorted(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.map(canonical).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
