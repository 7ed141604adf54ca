import type { Random } from '../../../subgraphs/agency/data/random.ts';
import { contract, type Coordinate, type Treatment } from '../../../schema/contract.ts';
import type { Clause, Obligations, PurposeScope, Share, ViewerScope, Withhold } from '../../../policy/agreement.ts';
import { AREAS, CLEARANCES, KINDS, OWN_FIELDS, PERSON_ROLES, SEARCHES, TRAININGS } from '../words.ts';
import { LABELS, aCondition } from './conditions.ts';

/** What a clause does; its id comes from where it stands. */
export type Effect = Pick<Clause, 'share' | 'withhold'>;

/** Between whom, and what is at most told of, in a world. */
export interface Setting {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Records of this kind are told of, never shown. */
  readonly toldKind: string;
  /** So are cases. */
  readonly toldCases: boolean;
  /** Clauses may have quotas. */
  readonly counted: boolean;
  /** The clause is for everybody and everything that it names: without some of these, little would be left to see. */
  readonly broad: boolean;
}

/** What clauses speak of: sets of categories that belong together, the objects around them, and labels that these carry. */
const THEMES = [
  {
    objects: 'records',
    categories: [
      'RECORD_SUMMARY',
      'RECORD_NARRATIVE',
      'RECORD_PROVENANCE',
      'INVESTIGATION_DETAIL',
      'COMMUNICATIONS_INTERCEPT',
      'FINANCIAL',
      'IDENTIFIERS',
    ],
    types: ['Record', 'InvestigationDetail', 'WiretapIntercept', 'FinancialMaterial'],
    labels: LABELS.records,
  },
  {
    objects: 'any',
    categories: [
      'PERSONAL_IDENTITY',
      'IDENTITY_DOCUMENTS',
      'CIRCUMSTANCES',
      'CONTACT_DETAILS',
      'PERSON_DESCRIPTION',
      'BIOMETRIC',
      'ORGANIZATION_IDENTITY',
      'ORGANIZATION_MEMBERS',
    ],
    types: ['Person', 'Group', 'Organization'],
    labels: [...LABELS.subjects, ...LABELS.subjects, ...LABELS.records, ...LABELS.cases],
  },
  {
    objects: 'cases',
    categories: ['CASE_SUMMARY', 'CASE_MANAGEMENT', 'SEIZURES', 'OUTCOMES', 'CULTURAL_PROPERTY'],
    types: ['Case'],
    labels: LABELS.cases,
  },
  { objects: 'contacts', categories: ['LIAISON_CONTACT'], types: ['LiaisonContact'], labels: LABELS.contacts },
] as const;
type Theme = (typeof THEMES)[number];

const TELLING = ['CONTACT', 'EXISTS', 'SILENT'] as const;
const LEVELS = ['FULL', 'FULL', 'FULL', 'FULL', ...TELLING] as const;

/** A clause that shares. Theme by theme in turn, so that little is closed altogether. */
export function aShare(random: Random, setting: Setting, turn: number): Effect {
  const theme = THEMES[[0, 1, 0, 2, 0, 1, 3][turn % 7]!]!;
  const levels = theme.objects === 'cases' && setting.toldCases ? TELLING : LEVELS;
  const narrowed = (chance: number) => !setting.broad && random.chance(chance);
  const disclosure = theme.objects === 'any' || theme.objects === 'contacts' ? 'FULL' : random.pick(levels);
  const override = disclosure === 'FULL' && random.chance(0.08);
  const what = fieldsOf(random, theme, disclosure === 'FULL');
  const kinds = disclosure === 'FULL' ? KINDS.filter((kind) => kind !== setting.toldKind) : [setting.toldKind];
  const sometimes = (chance: number, part: () => Partial<Share>) => (narrowed(chance) ? part() : {});
  const share: Share = {
    from: setting.from,
    to: setting.to,
    ...objectsOf(random, theme, kinds),
    ...what,
    ...sometimes(isOfPersons(theme) ? 0.3 : 0, () => ({ dataSubjects: random.sample(PERSON_ROLES, 3) })),
    ...sometimes(0.4, () => ({ where: aCondition(random, theme.labels) })),
    ...(disclosure === 'FULL' ? shownAs(random, what) : { disclosure }),
    ...sometimes(0.25, () => ({ for: purposeScope(random) })),
    ...sometimes(0.2, () => ({ viewer: viewerScope(random) })),
    ...sometimes(0.1, () => ({ participants: random.pick(PARTICIPANTS) })),
    ...sometimes(0.06, () => ({ reciprocal: true })),
    ...sometimes(0.03, () => ({ consent: true })),
    ...sometimes(0.25, () => ({ obligations: obligations(random, disclosure, setting.counted) })),
    ...(override ? { override: true, for: { uses: ['threat-to-life'] } } : {}),
  };
  return { share };
}

const PARTICIPANTS: readonly NonNullable<Share['participants']>[] = [
  ['active'],
  ['active', 'limited'],
  ['limited', 'observer'],
];

const isOfPersons = ({ types }: Theme) => (types as readonly string[]).includes('Person');

const shownAs = (random: Random, what: Pick<Share, 'categories' | 'coordinates'>): Partial<Share> =>
  random.chance(0.5) ? { treatments: treatmentsOf(random, what) } : {};

/** A clause that withholds, some fields or whole objects. */
export function aWithhold(random: Random, { from, to }: Setting): Effect {
  const theme = random.pick(THEMES);
  const whole = random.chance(0.2);
  const withhold: Withhold = {
    from,
    to,
    ...objectsOf(random, theme, KINDS),
    ...(whole ? {} : fieldsOf(random, theme, false)),
    ...((whole || random.chance(0.85)) && { where: aCondition(random, theme.labels) }),
    ...(random.chance(0.2) && { for: { areas: random.sample(AREAS, 2) } }),
    ...(random.chance(0.15) && { viewer: { roles: ['analyst'] } }),
  };
  return { withhold };
}

function objectsOf(random: Random, { objects }: Theme, kinds: readonly string[]): Pick<Share, 'records' | 'cases'> {
  const records = { records: random.sample(kinds, random.int(1, kinds.length)) };
  if (objects === 'records') return random.chance(0.04) ? {} : records;
  if (objects === 'cases') return random.chance(0.4) ? {} : { cases: true };
  return objects === 'contacts' ? {} : random.pick([{}, {}, records, { ...records, cases: true }]);
}

/** By category, by coordinate, or both. */
function fieldsOf(
  random: Random,
  { categories, types }: Theme,
  most: boolean,
): Pick<Share, 'categories' | 'coordinates'> {
  const all = [...contract.governed.values()].filter(({ type }) => (types as readonly string[]).includes(type));
  const known = all.map(({ coordinate }) => coordinate);
  const own = types.includes('Record' as never) && random.chance(0.3) ? Object.values(OWN_FIELDS) : [];
  const named = random.sample(categories, random.int(1, most ? categories.length : 2));
  const linking = ['Record.subjects', 'Record.case', 'Case.records', 'Case.subjects', 'Group.members'];
  const links = most ? known.filter((coordinate) => linking.includes(coordinate)) : [];
  const searched = !most && random.chance(0.8) ? SEARCHED.filter((coordinate) => known.includes(coordinate)) : [];
  const picked = [...new Set([...random.sample(known, random.int(1, most ? 12 : 4)), ...links, ...searched, ...own])];
  return random.pick<() => Pick<Share, 'categories' | 'coordinates'>>([
    () => ({ categories: named }),
    () => ({ coordinates: picked }),
    () => ({ categories: named, coordinates: picked }),
  ])();
}

/** What clauses that only tell of an object let it be found by, mostly: otherwise hardly anything would be found. */
const SEARCHED = ['Record.kind', 'Record.crimeAreas', 'Record.recordedOn', 'Case.status', 'Case.crimeAreas'];

function treatmentsOf(
  random: Random,
  { categories = [], coordinates = [] }: Pick<Share, 'categories' | 'coordinates'>,
) {
  const named = [...coordinates, ...categories.flatMap((name) => contract.categories.get(name) ?? [])];
  const treatable = [...new Set(named)].flatMap((coordinate) => {
    const how = howTreated(coordinate);
    return how.length > 0 ? [[coordinate, random.pick(how)] as const] : [];
  });
  return Object.fromEntries(random.sample(treatable, 6));
}

/** How a field can be shown, other than in full. */
function howTreated(coordinate: Coordinate): readonly Treatment[] {
  const field = contract.governed.get(coordinate);
  if (!field) return [];
  const parts = [...(contract.types.get(field.valueType)?.fields.values() ?? [])];
  const generalised = field.valueType === 'PartialDate' || parts.some((part) => part.generalised);
  const masked = field.valueType === 'String' || parts.some((part) => part.masked);
  return [...(generalised ? ['generalised' as const] : []), ...(masked ? ['masked' as const] : [])];
}

function purposeScope(random: Random): PurposeScope {
  return random.pick<PurposeScope>([
    { areas: ['drug-trafficking', random.pick(AREAS)] },
    { areas: ['financial-crime'] },
    { uses: ['investigation', 'prosecution'] },
    { stage: random.pick(['match', 'core-data'] as const) },
    { searches: random.sample(SEARCHES, 1) },
    { minPenaltyMonths: random.pick([12, 36]) },
  ]);
}

function viewerScope(random: Random): ViewerScope {
  return random.pick<ViewerScope>([
    { roles: ['analyst', 'prosecutor'] },
    { roles: ['privacy-officer', 'supervisor'] },
    { trainings: random.sample(TRAININGS, 1) },
    { clearance: random.pick(CLEARANCES) },
    { officers: ['ICE:officer-1', 'DEA:officer-2', 'FBI:officer-1'] },
    { contactPoint: true },
  ]);
}

function obligations(random: Random, disclosure: string, counted: boolean): Obligations {
  const told: Obligations = { notifyOriginator: true };
  if (disclosure === 'SILENT') return told;
  return random.pick<Obligations>([
    told,
    { retentionDays: 30, attribution: 'Name the source.' },
    { evidence: 'with-consent' },
    ...(counted
      ? [{ quotas: [{ perDay: random.int(3, 30) }] }, { quotas: [{ search: random.pick(SEARCHES), perDay: 5 }] }]
      : []),
  ]);
}
