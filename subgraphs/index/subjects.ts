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

const column = (name: string, kind: ToldColumn['kind']) => [name, { column: `"${name}"`, kind }] as const;

/** The labels that the contract gives subjects, by name: what agencies tell of them. */
export const TOLD_OF_SUBJECTS: Readonly<Record<SubjectType, ReadonlyMap<string, ToldColumn>>> = {
  Person: new Map([column('nationalities', 'list'), column('dataSubjectCategory', 'text'), column('minor', 'boolean')]),
  Group: new Map([column('groupKind', 'text')]),
  Organization: new Map([column('organizationKind', 'text')]),
};

const OWN_ID: LabelColumn = { column: 'subject_id', kind: 'id' };

/** All labels of subjects, their own ids among them, in the columns of `subjectSql`. */
export const SUBJECT_LABELS: Readonly<Record<SubjectType, ReadonlyMap<string, LabelColumn>>> = {
  Person: new Map<string, LabelColumn>([['reference', OWN_ID], ...TOLD_OF_SUBJECTS.Person]),
  Group: new Map<string, LabelColumn>([['reference', OWN_ID], ...TOLD_OF_SUBJECTS.Group]),
  Organization: new Map<string, LabelColumn>([['reference', OWN_ID], ...TOLD_OF_SUBJECTS.Organization]),
};

/** Whether a contract type is one of a subject. */
export function isSubjectType(type: string): type is SubjectType {
  return Object.hasOwn(SUBJECT_LABELS, type);
}
