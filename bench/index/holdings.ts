import { createHash } from 'node:crypto';
import type { LineEntry } from '../../subgraphs/index/contribution/load/request.ts';

/** A record that a file brings. */
export interface MadeUp {
  readonly id: string;
  readonly number: number;
  readonly round: string;
}

/** Records that no other round has: deterministic, as everything here. */
export function madeUp(round: string, count: number): readonly MadeUp[] {
  return Array.from({ length: count }, (_, number) => ({ id: uuid(`${round} ${number}`), number, round }));
}

/** As the index gets it: two numbers of its own, two that others have too. */
export function entryOf({ id, number, round }: MadeUp): Omit<LineEntry, 'line'> {
  const subject = { id: uuid(`person ${round} ${number}`), type: 'PERSON' as const, labels: SUBJECT_LABELS };
  const selectors = clearSelectors(number, round).map(({ value }, at) => ({
    source: 1 + (at % 2),
    subject: 0,
    blind: blindOf(value),
  }));
  return {
    type: 'RECORD',
    id,
    pointer: { contactId: null, labels: labelsOf(number), subjects: [subject], selectors, epoch: 1 },
  };
}

/** As an agency's file has it. */
export function clearLine({ id, number, round }: MadeUp): object {
  const subject = { id: uuid(`person ${round} ${number}`), type: 'PERSON', labels: SUBJECT_LABELS };
  return {
    type: 'RECORD',
    id,
    labels: labelsOf(number),
    subjects: [subject],
    selectors: clearSelectors(number, round),
  };
}

function clearSelectors(number: number, round: string) {
  const own = String(parseInt(digest(round).slice(0, 6), 16));
  const phone = (n: number) => `+1 202 ${200 + (n % 700)} ${String(n % 10_000).padStart(4, '0')}`;
  const at = (kind: string, value: string, coordinate: string) => ({ kind, value, coordinate, subject: 0 });
  return [
    at('PHONE', phone(number), 'Person.phones'),
    at('EMAIL', `person${own}.${number}@example.org`, 'Person.emails'),
    at('PHONE', phone(number * 7919 + 3), 'Person.phones'),
    at('EMAIL', `office${number % 500}@example.net`, 'Person.emails'),
  ];
}

const SUBJECT_LABELS = { nationalities: ['US'], dataSubjectCategory: 'SUSPECT', minor: false };
const AREAS = ['drug-trafficking', 'money-laundering', 'firearms-trafficking', 'cybercrime'];

function labelsOf(number: number) {
  return {
    kind: 'REPORT_OF_INVESTIGATION',
    crimeAreas: [AREAS[number % 4]],
    program: number % 3 === 0 ? 'OCDETF' : null,
    office: `Office ${number % 60}`,
    occurredOn: dayOf(number),
    recordedOn: dayOf(number + 3),
    releasableTo: [],
    notReleasableTo: [],
    originatorConsent: false,
    notAsEvidence: false,
    handlingCodes: [],
    obtainedFrom: null,
  };
}

function dayOf(number: number): string {
  return new Date(Date.UTC(2016, 0, 1 + ((number * 31) % 3600))).toISOString().slice(0, 10);
}

function blindOf(value: string): string {
  return createHash('md5').update(value).digest('base64url');
}

function uuid(text: string): string {
  const hex = digest(text);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

function digest(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
