import type { CallerViewer } from '../../policy/viewer-claims.ts';
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

/** The ruleset at this instant, applied to all that the agency vouches for of the viewer (but the name), and the purpose. */
export function decide(viewer: CallerViewer, purpose: Purpose | undefined, ruleset: Ruleset, at: Date): Decided {
  const { name: _, ...recipient } = viewer;
  return { viewer, purpose, ruleset, grant: ruleset.grant(recipient, purpose), at };
}
