import type { ContributedSubject } from '../../matching/contributed.ts';
import type { LabelColumn, ToldColumn } from './columns.ts';

/** The contract's types of subjects, as contributions name them. */
export const SUBJECT_TYPES = {
  PERSON: 'Person',
  GROUP: 'Group',
  ORGANIZATION: 'Organization',
} as const satisfies Record<ContributedSubject['type'], string>;

/** A contract type of a subject. */
export type SubjectType = (typeof SUBJECT_TYPES)[ContributedSubject['type']];

/**
 * The labels that the contract gives subjects, by name: what is told of them, and in which column of `subjectSql` they
 * then stand.
 */
export const SUBJECT_LABELS: Readonly<Record<SubjectType, ReadonlyMap<string, ToldColumn>>> = {
  Person: new Map([
    ['nationalities', { column: 'nationalities', kind: 'list' }],
    ['dataSubjectCategory', { column: 'data_subject_category', kind: 'text' }],
    ['minor', { column: 'minor', kind: 'boolean' }],
  ]),
  Group: new Map([['groupKind', { column: 'group_kind', kind: 'text' }]]),
  Organization: new Map([['organizationKind', { column: 'organization_kind', kind: 'text' }]]),
};

/** A subject's own id, the label that nobody tells. */
export const SUBJECT_ID: LabelColumn = { column: 'subject_id', kind: 'id' };
