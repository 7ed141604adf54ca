import type { Stored } from '../rows/stored.ts';
import { openFile, type CaseFile } from './case-file.ts';
import { caseOf } from './cases.ts';
import { contactsOf } from './contacts.ts';
import { concerns } from './matter.ts';
import { recordsOf } from './records/records.ts';
import { recurrentsOf } from './recurrents.ts';
import { storiesOf } from './stories/stories.ts';

/** What to generate. */
export interface GenerateOptions {
  /** Code of the agency: `ICE`. */
  readonly agency: string;
  /** The same seed gives the same data; agencies that use one seed share a population of subjects. */
  readonly seed: string;
  /** How many records: a few more, because the last case is completed, and the stories have their own. Default 100. */
  readonly records?: number;
}

/**
 * The synthetic holdings of one agency, in an order in which every link points backwards: contacts, the stories that
 * every seed tells, persons who turn up everywhere, then case by case its persons, group, organization, the case
 * itself and its records. Uses constant memory at any size, and a larger size only adds to the end of a smaller one.
 */
export async function* generate({
  agency,
  seed,
  records = 100,
}: GenerateOptions): AsyncGenerator<Stored, void, undefined> {
  yield* contactsOf(agency, seed);
  yield* storiesOf(agency);
  yield* recurrentsOf(agency, seed);
  for (let matter = 0, written = 0; written < records; matter++) {
    if (!concerns(seed, agency, matter)) continue;
    for (const entity of holdingsOf(openFile(agency, seed, matter))) {
      if (entity.type === 'Record') written++;
      yield entity;
    }
  }
}

function holdingsOf(file: CaseFile): readonly Stored[] {
  const enterprises = [file.group, file.organization].flatMap((subject) => (subject ? [subject] : []));
  return [...file.persons, ...enterprises, caseOf(file), ...recordsOf(file)];
}
