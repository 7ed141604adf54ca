import { describedEnum } from '../../kit/described.ts';

export const SubjectKind = describedEnum('SubjectKind', 'Whom a record or a case is about.', {
  PERSON: 'A natural person.',
  GROUP: 'A group without legal personality.',
  ORGANIZATION: 'A legal person.',
});
