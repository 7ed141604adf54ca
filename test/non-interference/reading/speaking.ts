import type {
  Agreement,
  Clause,
  Obligations,
  Participation,
  PurposeScope,
  Share,
  ViewerScope,
  Withhold,
} from '../../../policy/agreement.ts';
import { contract, type Coordinate } from '../../../schema/contract.ts';
import { CLEARANCES, JOINED } from '../words.ts';
import { STAGES, type StatedPurpose, type Viewer } from '../world/viewers.ts';

/** How a party takes part under a name by which a clause speaks of it. */
interface Part {
  readonly participation: Participation;
  /** Only what is recorded from this day on. Undefined: anything. */
  readonly since: string | undefined;
  /** The day on which it joined. */
  readonly joined: string | undefined;
}

/** A clause that speaks, from one agency to the viewer, for the purpose. */
export interface Spoken {
  readonly id: string;
  readonly shares: Share | undefined;
  readonly withholds: Withhold | undefined;
  readonly coordinates: ReadonlySet<Coordinate>;
  /** The ways in which the two take part, each with what it adds to the clause's own condition. */
  readonly ways: readonly { readonly accession: string; readonly since: readonly string[] }[];
  /** Only these objects, or what is in them. Undefined: any. */
  readonly named: readonly string[] | undefined;
}

/** Clauses of the agreements that speak between an originator and the viewer. Clauses past a quota are not among them. */
export function spokenTo(viewer: Viewer, originator: string, agreements: readonly Agreement[]): readonly Spoken[] {
  const { purpose } = viewer;
  if (!purpose) return [];
  return agreements.flatMap((agreement) =>
    agreement.clauses
      .filter(({ share }) => !(share && hasEnded(agreement)))
      .flatMap((clause) => spoken(clause, agreement, agreements, viewer, purpose, originator)),
  );
}

const hasEnded = ({ until }: Agreement) => until !== undefined && until < '2026-01-01';

function spoken(
  clause: Clause,
  agreement: Agreement,
  agreements: readonly Agreement[],
  viewer: Viewer,
  purpose: StatedPurpose,
  originator: string,
): readonly Spoken[] {
  const scope = clause.share ?? clause.withhold;
  if (!scope || !isFor(clause, viewer, purpose)) return [];
  const ways = waysBetween(clause, agreement, agreements, originator, viewer.agency);
  if (ways.length === 0) return [];
  return [
    {
      id: `${agreement.id}#${clause.id}`,
      shares: clause.share,
      withholds: clause.withhold,
      coordinates: coordinatesOf(scope),
      ways,
      named: clause.share && namedBy(clause.share, purpose),
    },
  ];
}

function isFor({ share, withhold }: Clause, viewer: Viewer, purpose: StatedPurpose): boolean {
  const { for: scope = {}, viewer: of = {} } = (share ?? withhold)!;
  return forPurpose(scope, share?.obligations, purpose) && forViewer(of, viewer) && reached(scope, purpose);
}

/** The ways in which an originator gives, and a recipient takes, under a clause. */
function waysBetween(
  { share, withhold }: Clause,
  agreement: Agreement,
  agreements: readonly Agreement[],
  originator: string,
  recipient: string,
): Spoken['ways'] {
  const scope = (share ?? withhold)!;
  const parts = (codes: readonly string[], code: string) => partsOf(codes, code, agreements);
  if (!agreement.parties.includes(originator)) return [];
  if (share?.reciprocal && !gives(recipient, scope, agreement, parts)) return [];
  const giving = parts(scope.from, originator).filter((part) => !share || part.participation !== 'observer');
  const asked = share?.participants ?? (share ? ['active'] : undefined);
  const taking = parts(scope.to, recipient).filter(({ participation }) => !asked || asked.includes(participation));
  return giving.flatMap((from) =>
    taking.map((to) => ({
      accession: to.joined ?? agreement.effective,
      since: share ? [from.since, to.since].filter((day) => day !== undefined) : [],
    })),
  );
}

function gives(
  code: string,
  { from }: Share | Withhold,
  { parties }: Agreement,
  parts: (codes: readonly string[], code: string) => readonly Part[],
): boolean {
  return parties.includes(code) && parts(from, code).some(({ participation }) => participation !== 'observer');
}

/** By its own name, as a founder of a group that is named, or as one who joined it. */
function partsOf(codes: readonly string[], code: string, agreements: readonly Agreement[]): readonly Part[] {
  const named: Part = { participation: 'active', since: undefined, joined: undefined };
  const asMember = agreements.flatMap(({ groups = {}, accessions = [] }): readonly Part[] => [
    ...Object.entries(groups).flatMap(([group, { members }]) =>
      codes.includes(group) && members.includes(code) ? [named] : [],
    ),
    ...accessions
      .filter(({ party, to }) => party === code && codes.includes(to))
      .map(({ participation = 'active', from = JOINED, backDated }) => ({
        participation,
        since: backDated ? undefined : from,
        joined: from,
      })),
  ]);
  return [...(codes.includes(code) ? [named] : []), ...asMember];
}

/** An area or a use of a clause includes those under it. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  'tax-crime': ['tax-crime', 'financial-crime'],
  evidence: ['evidence', 'prosecution'],
  'threat-to-life': ['threat-to-life', 'public-security-threat'],
};
const within = (code: string, codes: readonly string[] | undefined) =>
  !codes || (WIDER[code] ?? [code]).some((wider) => codes.includes(wider));

function forPurpose(scope: PurposeScope, owed: Obligations | undefined, purpose: StatedPurpose): boolean {
  const { area, use, search, maxPenaltyMonths: months } = purpose;
  const kinds = owed?.quotas?.map((quota) => quota.search);
  return (
    within(area, scope.areas) &&
    within(use, scope.uses) &&
    (!scope.searches || (search !== undefined && scope.searches.includes(search))) &&
    (scope.minPenaltyMonths === undefined || (months !== undefined && months >= scope.minPenaltyMonths)) &&
    (!kinds || kinds.includes(undefined) || kinds.includes(search))
  );
}

function forViewer(scope: ViewerScope, viewer: Viewer): boolean {
  const rank = (clearance: string | undefined) => CLEARANCES.indexOf(clearance ?? '');
  return (
    (!scope.roles || scope.roles.includes(viewer.role)) &&
    (scope.trainings ?? []).every((training) => viewer.trainings.includes(training)) &&
    (!scope.clearance || rank(viewer.clearance) >= rank(scope.clearance)) &&
    (!scope.officers || scope.officers.includes(`${viewer.agency}:${viewer.sub}`)) &&
    (!scope.contactPoint || viewer.contactPoint)
  );
}

function reached({ stage }: PurposeScope, purpose: StatedPurpose): boolean {
  return !stage || STAGES.indexOf(purpose.stage) >= STAGES.indexOf(stage as never);
}

/** No notice was given in these worlds, so that nobody has consented to anything. */
function namedBy(share: Share, { use, matches }: StatedPurpose): readonly string[] | undefined {
  if (share.consent || (use === 'evidence' && share.obligations?.evidence)) return [];
  return share.for?.stage === 'match' || share.for?.stage === 'core-data' ? matches : undefined;
}

function coordinatesOf({ categories = [], coordinates = [] }: Share | Withhold): ReadonlySet<Coordinate> {
  const governed = [...contract.governed.values()];
  return new Set([
    ...coordinates,
    ...governed.filter(({ category }) => category && categories.includes(category)).map(({ coordinate }) => coordinate),
  ]);
}
