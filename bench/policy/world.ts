import type { Agreement, Clause, Share, Where, Withhold } from '../../policy/agreement.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import { contract } from '../../schema/contract.ts';

/** Agencies of two countries, of which most belong to some group. */
export const AGENCIES: readonly AgencyEntry[] = Array.from({ length: 24 }, (_, position) => ({
  code: `A${position}`,
  prefix: `A${position}`,
  name: `Agency ${position}`,
  kind: 'domestic',
  country: position % 4 === 3 ? 'CA' : 'US',
  issuer: `https://id.a${position}.example`,
  desk: { name: 'Desk', phone: '+1 202 555 0100', email: 'desk@agency.example' },
}));

const CODES = AGENCIES.map(({ code }) => code);
const GROUPS = ['G0', 'G1', 'G2'];
const AREAS = ['drug-trafficking', 'money-laundering', 'organized-crime', 'cybercrime'];
const KINDS = ['REPORT_OF_INVESTIGATION', 'WIRETAP_INTERCEPT', 'FINANCIAL_MATERIAL'];
const CATEGORIES = [...contract.categories.keys()];
const DATES = { signed: '2009-01-01', effective: '2009-01-01' };

/** Three groups of eight, of which each has two later members, and agreements between agencies and with groups. */
export function agreementsOf(count: number, clauses: number): readonly Agreement[] {
  return [charter(), ...GROUPS.flatMap(accessions), ...many(count, (position) => agreement(position, clauses))];
}

function charter(): Agreement {
  const groups = GROUPS.map((code, position) => {
    const members = CODES.slice(position * 7, position * 7 + 6);
    return [code, { name: `Group ${code}`, coordinator: members[0]!, members }] as const;
  });
  const clauses = [{ id: '1', text: 'Founds the groups.' }];
  return {
    concordat: 1,
    id: 'charter',
    title: 'Charter',
    ...DATES,
    parties: CODES,
    groups: Object.fromEntries(groups),
    clauses,
  };
}

function accessions(group: string, position: number): readonly Agreement[] {
  const joining = CODES.slice(position * 7 + 6, position * 7 + 8);
  return joining.map((party, index) => ({
    concordat: 1,
    id: `${group}-${party}`.toLowerCase(),
    title: `${party} joins ${group}`,
    ...DATES,
    parties: [party, group],
    accessions: [
      index === 0
        ? { party, to: group, from: '2012-07-01' }
        : { party, to: group, from: '2015-01-01', backDated: true, participation: 'limited' as const },
    ],
    clauses: [{ id: '1', text: 'Joins.' }],
  }));
}

/** Of ten agreements six are between two agencies, three between an agency and a group, one among all members. */
function agreement(position: number, clauses: number): Agreement {
  const random = randomFrom(position + 1);
  const one = CODES[position % CODES.length]!;
  const other = CODES[(position + 1 + Math.floor(random() * (CODES.length - 1))) % CODES.length]!;
  const group = GROUPS[position % GROUPS.length]!;
  const kind = position % 10;
  const [from, to] = kind < 6 ? [one, other] : kind < 9 ? [one, group] : [group, group];
  return {
    concordat: 1,
    id: `agreement-${position}`,
    title: `Agreement ${position}`,
    ...DATES,
    ...(position % 7 === 0 && { until: '2030-12-31' }),
    parties: kind < 9 ? [one, to] : CODES,
    clauses: many(clauses, (index) => clauseOf(index, from, to, random)),
  };
}

function clauseOf(index: number, from: string, to: string, random: () => number): Clause {
  const base = { id: `c${index}`, text: 'In words.' };
  const ends = random() < 0.5 || to.startsWith('G') ? { from: [from], to: [to] } : { from: [to], to: [from] };
  const scope = { ...ends, ...objects(random) };
  if (index % 10 === 9) return { ...base, withhold: withholding(scope, random) };
  return { ...base, share: { ...scope, ...terms(random) } };
}

function objects(random: () => number) {
  const category = pick(CATEGORIES, random);
  return {
    ...(random() < 0.4 && { records: [pick(KINDS, random)], cases: random() < 0.5 }),
    ...(random() < 0.15 && { dataSubjects: ['SUSPECT'] }),
    ...(random() < 0.6 && { where: condition(random) }),
    categories: random() < 0.3 ? [category, pick(CATEGORIES, random)] : [category],
  };
}

function condition(random: () => number): Where {
  const areas = { crimeAreas: { anyOf: [pick(AREAS, random)] } };
  const dates = { recordedOn: { from: `20${10 + Math.floor(random() * 15)}-01-01` } };
  const kinds: readonly Where[] = [
    areas,
    { ...areas, ...dates },
    { anyOf: [areas, { program: 'OCDETF' }], ...dates },
    { not: { 'person.minor': true }, ...areas },
    { 'person.nationalOf': 'recipient' },
    { recordedOn: { from: 'accession' } },
  ];
  return kinds[Math.floor(random() * kinds.length)]!;
}

function withholding({ categories, ...scope }: Omit<Withhold, 'coordinates'>, random: () => number): Withhold {
  const minors = { 'person.minor': true };
  return random() < 0.1 ? { ...scope, where: minors } : { ...scope, categories: categories!, where: minors };
}

function terms(random: () => number): Omit<Share, 'from' | 'to'> {
  return {
    ...(random() < 0.5 && { for: { areas: [pick(AREAS, random)], ...stage(random) } }),
    ...(random() < 0.25 && { viewer: random() < 0.5 ? { roles: ['analyst'] } : { trainings: ['privacy'] } }),
    ...(random() < 0.2 && { treatments: { 'Person.phones': 'masked', 'Person.dateOfBirth': 'generalised' } }),
    ...(random() < 0.1 && { participants: ['active', 'limited'] as const }),
    ...(random() < 0.1 && { disclosure: random() < 0.5 ? ('CONTACT' as const) : ('EXISTS' as const) }),
    ...(random() < 0.1 && { reciprocal: true }),
    ...(random() < 0.2 && { obligations: { notifyOriginator: true, retentionDays: 365 } }),
  };
}

function stage(random: () => number) {
  return random() < 0.3 ? { stage: random() < 0.5 ? ('match' as const) : ('follow-up' as const) } : {};
}

function many<Value>(length: number, of: (position: number) => Value): readonly Value[] {
  return Array.from({ length }, (_, position) => of(position));
}

function pick<Value>(values: readonly Value[], random: () => number): Value {
  return values[Math.floor(random() * values.length)]!;
}

/** The same numbers between 0 and 1 for the same seed, on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
