import { AS_OF, date } from './calendar.ts';
import { profileOf, profiledAgencies } from './agencies.ts';
import type { PlaceValue } from './entities.ts';
import { groupIdentity, organizationIdentity, type GroupIdentity, type OrganizationIdentity } from './enterprises.ts';
import { participantsOf, type Participant } from './participants.ts';
import { random, type Random } from './random.ts';
import { OPERATION_WORDS } from './words/things.ts';
import { HOMES } from './words/places.ts';
import type { Repertoire } from './words/repertoire.ts';
import { REPERTOIRES } from './words/repertoires.ts';

/** What happened, whoever looks into it: several agencies have a case about the same matter, and each knows part of it. */
export interface Matter {
  /** Names the matter within the seed. */
  readonly index: number;
  /** Main area of crime first. */
  readonly crimeAreas: readonly string[];
  readonly repertoire: Repertoire;
  readonly operation: string;
  readonly year: number;
  readonly openedOn: string;
  /** Whether it came to an end in court. */
  readonly concluded: boolean;
  readonly city: PlaceValue;
  readonly origin: PlaceValue;
  readonly goods: string;
  readonly participants: readonly Participant[];
  readonly group: GroupIdentity | null;
  readonly organization: OrganizationIdentity | null;
  /** Codes of the agencies that work on it. */
  readonly agencies: readonly string[];
}

/** The matter of that number among those of the seed. */
export function matterOf(seed: string, index: number): Matter {
  const at = random(seed, 'matter', index);
  const area = areaOf(at);
  const repertoire = REPERTOIRES[area] as Repertoire;
  const year = yearOf(at, repertoire);
  return {
    index,
    crimeAreas: [area, ...repertoire.also.filter(([, probability]) => at.chance(probability)).map(([code]) => code)],
    repertoire,
    operation: `Operation ${OPERATION_WORDS.map((words) => at.pick(words)).join(' ')}`,
    year,
    openedOn: date(year, at.int(1, 12), at.int(1, 28)),
    concluded: year < LAST_YEAR - 2 && at.chance(0.55),
    city: at.pick(HOMES.anglo),
    origin: at.pick(HOMES[at.pick(['hispanic', 'russian', 'italian', 'chinese'] as const)]),
    goods: at.pick(repertoire.goods),
    participants: participantsOf(seed, index, year, repertoire),
    group: groupIdentity(at, repertoire.groupKind),
    organization: organizationIdentity(at, repertoire.organizationKind),
    agencies: profiledAgencies().filter((agency) => isInterested(seed, agency, index, area)),
  };
}

/** Whether the agency has a file on the matter. Cheap, so that an agency can look for its own among many. */
export function concerns(seed: string, agency: string, index: number): boolean {
  return isInterested(seed, agency, index, areaOf(random(seed, 'matter', index)));
}

function isInterested(seed: string, agency: string, index: number, area: string): boolean {
  const { interests } = profileOf(agency);
  const probability = Object.keys(interests).length ? (interests[area] ?? 0) : 0.3;
  return random(seed, 'interest', agency, index).chance(probability);
}

function areaOf(at: Random): string {
  return at.pick(AREAS);
}

/** Victims who are minors as of now were born by then. */
function yearOf(at: Random, { victims }: Repertoire): number {
  return at.int(victims && victims[1] < 18 ? 2019 : 2008, LAST_YEAR);
}

const LAST_YEAR = Number(AS_OF.slice(0, 4)) - 1;

/** Every area as often as it has weight. */
const AREAS: readonly string[] = Object.entries(REPERTOIRES).flatMap(([area, { weight }]) =>
  Array.from({ length: weight }, () => area),
);
