import { profiledAgencies } from '../agencies.ts';
import type { CaseFile } from '../case-file.ts';
import type { HandlingValue, ProvenanceValue } from '../entities.ts';
import type { Random } from '../random.ts';

/** What the originator lays down for the record: for most nothing. */
export function handlingOf(at: Random, { agency }: CaseFile): HandlingValue | null {
  if (!at.chance(0.08)) return null;
  const others = profiledAgencies().filter((code) => code !== agency.code);
  const none: HandlingValue = { releasableTo: [], notReleasableTo: [], originatorConsent: false, notAsEvidence: false };
  return at.pick<HandlingValue>([
    { ...none, releasableTo: at.sample(others, 2) },
    { ...none, notReleasableTo: at.sample(others, 1) },
    { ...none, originatorConsent: true },
    { ...none, notAsEvidence: true },
  ]);
}

/** From whom the originator has the record, if not from its own work: another agency on the matter, or some third party. */
export function obtainedFromOf(at: Random, { agency, matter }: CaseFile): ProvenanceValue | null {
  if (!at.chance(0.1)) return null;
  const partners = matter.agencies.filter((code) => code !== agency.code);
  return { party: at.pick([...partners, ...THIRD_PARTIES]), agreement: null };
}

const THIRD_PARTIES: readonly string[] = [
  'Financial Intelligence Unit of Latvia',
  'National Crime Agency',
  'State Police',
];
