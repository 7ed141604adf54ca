import type { Agreement, Clause, Share } from '../../../policy/agreement.ts';
import { treatmentOn } from '../../../policy/cell.ts';
import type { Row } from '../../../policy/condition/evaluate.ts';
import type { Recipient } from '../../../policy/recipient.ts';
import type { Notice } from '../../../policy/notice.ts';
import type { GrantPurpose } from '../../../policy/obstacle.ts';
import { compileRuleset, type Ruleset } from '../../../policy/ruleset.ts';
import type { Coordinate, Treatment } from '../../../schema/contract.ts';
import { agencyEntry } from '../../support/toy-federation.ts';

export const AGENCIES = ['ICE', 'DEA', 'FBI', 'USAO'].map((code) => agencyEntry(code));
const NOW = new Date('2026-01-01T00:00:00Z');

/** A clause of ICE that shares titles and narratives of records with DEA, and more as told. */
export function shareClause(rest: Partial<Share> = {}, id = '1'): Clause {
  const share = { from: ['ICE'], to: ['DEA'], coordinates: ['Record.title', 'Record.narrative'], ...rest };
  return { id, text: 'In words.', share };
}

/** An agreement of all four agencies, in force since 2009. */
export function agreementOf(clauses: readonly Clause[], rest: Partial<Agreement> = {}): Agreement {
  const dates = { signed: '2009-01-01', effective: '2009-01-01' };
  const parties = AGENCIES.map(({ code }) => code);
  return { concordat: 1, id: 'test', title: 'Test', ...dates, parties, clauses, ...rest };
}

/** The ruleset of these, as if every party had signed. */
export function rulesetOf(agreements: readonly Agreement[], notices: readonly Notice[] = [], at = NOW): Ruleset {
  return compileRuleset(
    {
      agreements: agreements.map((agreement) => ({ agreement, digest: agreement.id })),
      notices: notices.map((notice) => ({ notice, digest: notice.notice })),
      agencies: AGENCIES,
    },
    at,
  );
}

/** Who asks, of whom and what for. */
export interface Asked {
  readonly viewer?: Partial<Recipient>;
  readonly purpose?: Partial<GrantPurpose>;
  readonly of?: string;
  readonly coordinate?: Coordinate;
}

/** An analyst of DEA who investigates drug trafficking, unless told otherwise. */
export function grantFor(ruleset: Ruleset, { viewer, purpose }: Asked = {}) {
  const recipient = { agency: 'DEA', role: 'analyst', ...viewer };
  return ruleset.grant(recipient, { area: 'drug-trafficking', use: 'investigation', ...purpose });
}

/** How the title of a record is shown, unless told otherwise; undefined: not at all. */
export function shown(ruleset: Ruleset, row: Row = record(), asked: Asked = {}): Treatment | undefined {
  const { of = 'ICE', coordinate = 'Record.title' } = asked;
  return treatmentOn(grantFor(ruleset, asked).cell(of, coordinate), row);
}

/** A report of investigation without marks. */
export function record(labels: Readonly<Record<string, unknown>> = {}): Row {
  return {
    type: 'Record',
    labels: {
      reference: 'record-1',
      kind: 'REPORT_OF_INVESTIGATION',
      crimeAreas: ['drug-trafficking'],
      recordedOn: '2015-01-01',
      releasableTo: [],
      notReleasableTo: [],
      originatorConsent: false,
      notAsEvidence: false,
      obtainedFrom: null,
      ...labels,
    },
  };
}

/** A suspect in a record. */
export function person(labels: Readonly<Record<string, unknown>> = {}, enclosing: Row = record()): Row {
  const own = { reference: 'person-1', dataSubjectCategory: 'SUSPECT', minor: false, nationalities: ['US'], ...labels };
  return { type: 'Person', labels: own, enclosing };
}
