import { profiledAgencies } from '../agencies.ts';
import type { CaseFile } from '../case-file.ts';
import type { HandlingValue, ProvenanceValue } from '../entities.ts';
import { random, type Random } from '../random.ts';

type Marks = Omit<HandlingValue, 'codes'>;

/** What the originator lays down for the record: for most nothing. */
export function handlingOf(at: Random, file: CaseFile, number: number): HandlingValue | null {
  const marks = marksOf(at, file);
  const codes = codesOf(marks ?? NONE, file, number);
  return marks || codes.length > 0 ? { ...(marks ?? NONE), codes } : null;
}

const NONE: Marks = { releasableTo: [], notReleasableTo: [], originatorConsent: false, notAsEvidence: false };

function marksOf(at: Random, { agency }: CaseFile): Marks | null {
  if (!at.chance(0.08)) return null;
  const others = profiledAgencies().filter((code) => code !== agency.code);
  return at.pick<Marks>([
    { ...NONE, releasableTo: at.sample(others, 2) },
    { ...NONE, notReleasableTo: at.sample(others, 1) },
    { ...NONE, originatorConsent: true },
    { ...NONE, notAsEvidence: true },
  ]);
}

/** The codes that say what the marks say, and now and then another: a stream of its own leaves all other values as they are. */
function codesOf({ originatorConsent, notAsEvidence }: Marks, file: CaseFile, number: number): readonly string[] {
  const at = random(file.seed, 'handling codes', file.agency.code, file.matter.index, number);
  return [...(notAsEvidence ? ['H1'] : []), ...(originatorConsent ? ['H2'] : []), ...(at.chance(0.03) ? ['H3'] : [])];
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
