import { membersOf, type Profile } from './profile.ts';
import { counts } from './words.ts';

/** What was found, in a sentence. */
export function summaryOf(profile: Profile): string {
  const members = membersOf(profile);
  if (members.length === 0) return 'Nothing is found by it that you may see.';
  const agencies = new Set(members.map(({ originator }) => originator.code)).size;
  const held = `${counts(members.length, 'appearance')} at ${agencies === 1 ? '1 agency' : `${agencies} agencies`}`;
  if (members.length === 1) return `${held}.`;
  return `${held}, in ${counts(profile.clusters.length, 'cluster')}: whoever stands in one is taken for one and the same.`;
}

/** A score as it is read: never rounded up, so that nothing reads as certain. */
export function scoreInWords(score: number): string {
  return (Math.floor(score * 10_000) / 10_000).toFixed(4);
}

/** What follows from a score: docs/profiles.md. */
export function verdictOf(score: number): 'taken for the same' | 'possibly the same' {
  return score >= ONE_AND_THE_SAME ? 'taken for the same' : 'possibly the same';
}

/** As `matching/evidence.ts` has it, which is no page's to load; a test holds them together. */
export const ONE_AND_THE_SAME = 0.999;

/** What is said of a cluster: `3 appearances at DEA and ICE`. */
export function appearancesIn(codes: readonly string[]): string {
  const agencies = [...new Set(codes)];
  const last = agencies.at(-1) ?? '';
  const listed = agencies.length < 2 ? last : `${agencies.slice(0, -1).join(', ')} and ${last}`;
  return `${counts(codes.length, 'appearance')} at ${listed}`;
}
