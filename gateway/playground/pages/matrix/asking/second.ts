import type { Purpose } from '../../../../../schema/purposes.ts';
import type { Session, Viewer } from '../../shared/session/who.ts';

/** The viewer to compare with, and what is other about their purpose. */
export interface Second {
  readonly viewer: Viewer | undefined;
  /** Empty: as the first states it. */
  readonly area: string;
  readonly use: string;
}

/** A case number for a second purpose where the first viewer has stated none. */
const CASE = 'COMPARISON-1';

/** Who asks second, and what for. Undefined: nobody does. */
export function secondSession({ viewer, area, use }: Second, first: Session): Session | undefined {
  if (!viewer) return undefined;
  return { viewer, purpose: secondPurpose({ area, use }, first.purpose) };
}

function secondPurpose({ area, use }: Pick<Second, 'area' | 'use'>, first: Purpose | undefined): Purpose | undefined {
  if (area === '' && use === '') return first;
  const wanted = { area: area || first?.area, use: use || first?.use };
  if (wanted.area === undefined || wanted.use === undefined) return first;
  return { case: CASE, ...first, area: wanted.area, use: wanted.use };
}
