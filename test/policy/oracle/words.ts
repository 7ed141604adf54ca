import type { Coordinate, EntityType } from '../../../schema/contract.ts';

/** Words of generated documents and requests: few, so that they meet. */
export const CODES = ['ICE', 'DEA', 'FBI', 'ICRF'] as const;
export const GROUP = 'OFC';
export const CHARTER = 'charter';
export const AREAS = ['drug-trafficking', 'financial-crime', 'tax-crime'];
export const USES = ['investigation', 'prosecution', 'evidence', 'public-security-threat', 'threat-to-life'];
export const SEARCHES = ['name', 'tp-tp'];
export const ROLES = ['analyst', 'prosecutor'];
export const TRAININGS = ['privacy', 'wiretap-minimization'];
export const OFFICERS = ['DEA:officer-1', 'ICE:officer-2'];
export const KINDS = ['REPORT_OF_INVESTIGATION', 'WIRETAP_INTERCEPT'];
export const PERSON_ROLES = ['SUSPECT', 'VICTIM'];
export const DAYS = ['2010-01-01', '2010-06-30', '2025-12-31'];
export const FILES = ['r1', 'r2', 'c1'];
export const REFERENCES = [...FILES, 'p1', 'g1'];
export const AT = ['2025-12-31T23:59:59.999Z', '2026-01-01T00:00:00Z', '2026-01-01T12:00:00Z'];
export const CATEGORIES = [
  'RECORD_SUMMARY',
  'COMMUNICATIONS_INTERCEPT',
  'PERSONAL_IDENTITY',
  'CASE_SUMMARY',
  'FINANCIAL',
];

/** Fields that are asked for, by the object that they belong to. */
export const FIELDS: Readonly<Record<EntityType, readonly Coordinate[]>> = {
  Record: ['Record.title', 'Record.narrative', 'WiretapIntercept.line', 'IceRecord.seizureNumber'],
  Case: ['Case.title', 'Case.seizures'],
  Person: ['Person.surname', 'Person.dateOfBirth', 'Person.addresses'],
  Group: ['Group.names', 'Group.accounts'],
  Organization: ['Organization.names', 'Organization.registrations'],
  LiaisonContact: ['LiaisonContact.name'],
};
export const COORDINATES: readonly Coordinate[] = Object.values(FIELDS).flat();
