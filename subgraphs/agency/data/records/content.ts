import type { CaseFile } from '../case-file.ts';
import type { RecordEntity } from '../entities.ts';
import type { Random } from '../random.ts';

/** What differs from kind to kind. */
export type RecordContent = Pick<
  RecordEntity,
  'title' | 'synopsis' | 'narrative' | 'subjectIds' | 'investigation' | 'intercept' | 'financial'
>;

/** What a record of some kind is made of. */
export interface RecordPlan {
  readonly file: CaseFile;
  readonly at: Random;
  /** Number of the record within its case. */
  readonly number: number;
  readonly occurredOn: string;
}
