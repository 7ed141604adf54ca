import { createHash } from 'node:crypto';
import type { Duty } from '../../../policy/duty.ts';

/** Of what duties say; equal for equal duties. */
export function digestOfDuties(duties: readonly Duty[]): string {
  const plain = duties.map(({ from, to, coordinators, ...rest }) => ({
    ...rest,
    sets: [from, to, coordinators].map((set) => [...set].sort()),
  }));
  return createHash('sha256').update(JSON.stringify(plain)).digest('base64url');
}
