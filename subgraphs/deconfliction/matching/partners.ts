import { standsBetween } from '../../../policy/deconfliction.ts';
import type { Duty } from '../../../policy/duty.ts';

/** How far operations are looked for. */
export interface Reach {
  readonly radiusMetres: number;
  readonly hours: number;
}

/** The agencies with which a duty stands for one of these. */
export function partnersOf(agencies: readonly string[], duties: readonly Duty[]): readonly string[] {
  const everybody = new Set(duties.flatMap(({ from, to }) => [...from, ...to]));
  const isPartner = (other: string) => agencies.some((one) => duties.some((duty) => standsBetween(duty, one, other)));
  return [...everybody].filter(isPartner).sort();
}

/** The furthest that a duty looks for operations. */
export function reachOf(duties: readonly Duty[]): Reach {
  const events = duties.flatMap(({ events: near }) => near ?? []);
  return {
    radiusMetres: Math.max(0, ...events.map(({ radiusMetres }) => radiusMetres)),
    hours: Math.max(0, ...events.map(({ hours }) => hours)),
  };
}
