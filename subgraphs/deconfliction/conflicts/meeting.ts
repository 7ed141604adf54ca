import { tellingsOf, type Meeting, type Telling } from '../../../policy/deconfliction.ts';
import type { Duty } from '../../../policy/duty.ts';
import { purposes } from '../../../schema/purposes.ts';
import type { Found } from '../matching/found.ts';

/** The agreements as they stand. */
export interface InForce {
  readonly duties: readonly Duty[];
  /** Digest of the ruleset. */
  readonly digest: string;
}

/** A meeting of two declarations. */
export interface DeclaredMeeting extends Meeting {
  readonly originator: Meeting['originator'] & { readonly id: string };
  readonly searcher: Meeting['searcher'] & { readonly id: string };
}

/** What was there is the originator's; who looked came to it. */
export function meetingOf({ mine, theirs, met }: Found): DeclaredMeeting {
  return { originator: theirs, searcher: mine, met };
}

/** What two have in common, thing by thing: of each alone agreements are asked, and who is told of any is told. */
export function thingsIn({ met, ...two }: DeclaredMeeting): readonly DeclaredMeeting[] {
  if (met.by === 'place') return [{ ...two, met }];
  return met.selectors.map((kinds) => ({ ...two, met: { by: 'selectors', selectors: [kinds] } }));
}

/** Who is told of a meeting, by the agreements as they stand. */
export function tellings(meeting: Meeting, { duties }: InForce): readonly Telling[] {
  return tellingsOf(meeting, duties, purposes);
}
