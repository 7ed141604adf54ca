import type { Random } from '../../../subgraphs/agency/data/random.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { AREAS, CLEARANCES, ROLES, SEARCHES, TRAININGS, USES } from '../words.ts';

/** Who asks, and what for. */
export interface Viewer {
  readonly agency: string;
  readonly role: string;
  readonly sub: string;
  readonly trainings: readonly string[];
  readonly clearance: string | undefined;
  readonly contactPoint: boolean;
  /** Undefined: none is stated. */
  readonly purpose: StatedPurpose | undefined;
}

/** What a viewer states. */
export interface StatedPurpose {
  readonly area: string;
  readonly use: string;
  readonly search: string | undefined;
  readonly stage: (typeof STAGES)[number];
  /** From the stage `match` on. */
  readonly matches: readonly string[];
  readonly maxPenaltyMonths: number | undefined;
}

export const STAGES = ['hit', 'match', 'core-data'] as const;

/** A viewer of an agency. The first asks as most clauses expect; the others as it comes. */
export function aViewer(agency: string, index: number, random: Random, held: readonly Stored[]): Viewer {
  const usual = index % 2 === 0;
  const stage = random.chance(0.5) ? 'hit' : random.pick(STAGES);
  const named = held.filter(({ type }) => type === 'Record' || type === 'Case' || type === 'Person');
  return {
    agency,
    role: usual ? 'analyst' : random.pick(ROLES),
    sub: `officer-${random.int(1, 2)}`,
    trainings: usual ? TRAININGS : random.sample(TRAININGS, random.int(0, 2)),
    clearance: usual ? 'secret' : random.pick([undefined, ...CLEARANCES]),
    contactPoint: random.chance(0.5),
    purpose: random.chance(0.04)
      ? undefined
      : {
          area: usual ? 'drug-trafficking' : random.pick(AREAS),
          use: usual ? 'investigation' : random.pick(USES),
          search: random.chance(0.6) ? random.pick(SEARCHES) : undefined,
          stage,
          matches: stage === 'hit' ? [] : random.sample(named, 10).map(({ id }) => id),
          maxPenaltyMonths: stage === 'core-data' || random.chance(0.3) ? random.pick([6, 24, 60]) : undefined,
        },
  };
}

/** The header that states a purpose. */
export function purposeHeader(purpose: StatedPurpose): string {
  const { area, use, search, stage, matches, maxPenaltyMonths } = purpose;
  const life = use === 'threat-to-life' ? ['justification=a life is in danger'] : [];
  return [
    `area=${area}`,
    `use=${use}`,
    'case=X-1',
    ...(search ? [`search=${search}`] : []),
    ...(stage === 'hit' ? [] : [`stage=${stage}`, `matches=${matches.join(', ')}`]),
    ...(maxPenaltyMonths === undefined ? [] : ['offence=1 X 1', `max-penalty-months=${maxPenaltyMonths}`]),
    ...life,
  ].join('; ');
}
