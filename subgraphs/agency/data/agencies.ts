import type { RecordKind } from './entities.ts';

/** What the synthetic holdings of an agency look like. */
export interface AgencyProfile {
  readonly code: string;
  /** Where it is, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** How likely it is to have a file on a matter of an area, from 0 to 1. */
  readonly interests: Readonly<Record<string, number>>;
  /** Kinds of its records, each as often as it is listed. */
  readonly kinds: readonly RecordKind[];
  readonly offices: readonly Office[];
}

/** A field office, and the judicial district that its cases are brought in. */
export interface Office {
  readonly name: string;
  readonly city: string;
  readonly district: string | null;
}

/** The profile of an agency; of one that is not listed, that of an agency interested in a little of everything. */
export function profileOf(code: string): AgencyProfile {
  const own = PROFILES[code] ?? {};
  return { code, country: 'US', interests: {}, kinds: MIXED, offices: US_OFFICES, ...own };
}

/** Codes of the agencies that have a profile of their own. */
export function profiledAgencies(): readonly string[] {
  return Object.keys(PROFILES);
}

const [REPORT, INTERCEPT, FINANCIAL] = ['REPORT_OF_INVESTIGATION', 'WIRETAP_INTERCEPT', 'FINANCIAL_MATERIAL'] as const;
const MIXED: readonly RecordKind[] = [REPORT, REPORT, REPORT, INTERCEPT, FINANCIAL];
const TAPPING: readonly RecordKind[] = [REPORT, REPORT, INTERCEPT, INTERCEPT, FINANCIAL];
const COUNTING: readonly RecordKind[] = [REPORT, FINANCIAL, FINANCIAL];
const WRITING: readonly RecordKind[] = [REPORT, REPORT, REPORT, REPORT, FINANCIAL];

const US_OFFICES: readonly Office[] = [
  { name: 'Atlanta', city: 'Atlanta', district: 'N.D. Ga.' },
  { name: 'Chicago', city: 'Chicago', district: 'N.D. Ill.' },
  { name: 'Houston', city: 'Houston', district: 'S.D. Tex.' },
  { name: 'Los Angeles', city: 'Los Angeles', district: 'C.D. Cal.' },
  { name: 'Miami', city: 'Miami', district: 'S.D. Fla.' },
  { name: 'New York', city: 'New York', district: 'S.D.N.Y.' },
  { name: 'Newark', city: 'Newark', district: 'D.N.J.' },
  { name: 'San Diego', city: 'San Diego', district: 'S.D. Cal.' },
];

const RU_OFFICES: readonly Office[] = [
  { name: 'Central Office', city: 'Moscow', district: null },
  { name: 'Saint Petersburg', city: 'Saint Petersburg', district: null },
  { name: 'Sverdlovsk Region', city: 'Yekaterinburg', district: null },
];

const PROFILES: Readonly<Record<string, Partial<AgencyProfile>>> = {
  ATF: {
    interests: { 'weapons-trafficking': 0.9, 'drug-trafficking': 0.15, 'organized-crime': 0.2 },
    kinds: WRITING,
  },
  DEA: { interests: { 'drug-trafficking': 0.75, 'money-laundering': 0.25 }, kinds: TAPPING },
  FBI: {
    interests: {
      ...{
        'organized-crime': 0.7,
        'drug-trafficking': 0.3,
        'financial-crime': 0.4,
        cybercrime: 0.7,
        'mail-fraud': 0.2,
      },
      ...{ 'child-exploitation': 0.5, 'human-trafficking': 0.4, 'cultural-property': 0.4, 'money-laundering': 0.25 },
    },
    kinds: MIXED,
  },
  ICE: {
    interests: {
      ...{ 'drug-trafficking': 0.4, 'money-laundering': 0.4, 'child-exploitation': 0.6, 'human-trafficking': 0.6 },
      ...{ 'human-smuggling': 0.9, 'cultural-property': 0.8, 'weapons-trafficking': 0.3, counterfeiting: 0.3 },
    },
    kinds: MIXED,
  },
  'IRS-CI': {
    interests: { 'tax-crime': 0.9, 'money-laundering': 0.6, 'financial-crime': 0.4, 'drug-trafficking': 0.15 },
    kinds: COUNTING,
  },
  USPIS: {
    interests: { 'mail-fraud': 0.9, 'drug-trafficking': 0.15, 'financial-crime': 0.2, 'child-exploitation': 0.2 },
    kinds: WRITING,
  },
  USSS: { interests: { counterfeiting: 0.8, 'financial-crime': 0.3, cybercrime: 0.4 }, kinds: COUNTING },
  DSS: {
    interests: { 'passport-fraud': 0.95, 'human-trafficking': 0.2, 'human-smuggling': 0.3 },
    kinds: WRITING,
  },
  'DOL-OIG': {
    interests: { 'labor-racketeering': 0.95, 'financial-crime': 0.1, 'human-trafficking': 0.15 },
    kinds: COUNTING,
  },
  USAO: {
    interests: {
      ...{ 'drug-trafficking': 0.25, 'organized-crime': 0.3, 'money-laundering': 0.25, 'financial-crime': 0.25 },
      ...{ 'weapons-trafficking': 0.3, 'cultural-property': 0.3, 'labor-racketeering': 0.3, 'mail-fraud': 0.2 },
    },
    kinds: WRITING,
  },
  ICRF: {
    country: 'RU',
    interests: {
      ...{ 'child-exploitation': 0.5, 'human-trafficking': 0.5, 'cultural-property': 0.7, 'organized-crime': 0.25 },
      ...{ 'money-laundering': 0.2, cybercrime: 0.2 },
    },
    kinds: MIXED,
    offices: RU_OFFICES,
  },
};
