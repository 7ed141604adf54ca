import type { Matter } from '../matter.ts';
import type { Random } from '../random.ts';
import type { OwnValues } from '../../rows/stored.ts';

/** Values of the fields that the agency adds to its records. */
export function ownValuesOf(at: Random, agency: string, { crimeAreas, goods }: Matter, occurredOn: string): OwnValues {
  const [year, month, day] = occurredOn.split('-');
  if (agency === 'DEA' && crimeAreas[0] === 'drug-trafficking') return { substance: goods };
  if (agency === 'ATF' && at.chance(0.6)) return { traceNumber: `T${year}${month}${day}${at.digits(3)}` };
  if (agency === 'ICE' && at.chance(0.4)) return { seizureNumber: `${year}-SZ-${at.digits(6)}` };
  return {};
}
