import type { CallerViewer } from '../../policy/caller.ts';
import type { Grant } from '../../policy/grant.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import type { Purpose } from '../../schema/purposes.ts';

/** Who asks, what for, and what that opens. */
export interface Decided {
  readonly viewer: CallerViewer;
  readonly purpose: Purpose | undefined;
  readonly ruleset: Ruleset;
  readonly grant: Grant;
  readonly at: Date;
}

/** The ruleset at this instant, applied to the viewer and the purpose. */
export function decide(viewer: CallerViewer, purpose: Purpose | undefined, ruleset: Ruleset, at: Date): Decided {
  return { viewer, purpose, ruleset, grant: ruleset.grant({ agency: viewer.agency, role: viewer.role }, purpose), at };
}
