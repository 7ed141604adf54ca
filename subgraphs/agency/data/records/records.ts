import { later } from '../calendar.ts';
import { programOf } from '../cases.ts';
import type { CaseFile } from '../case-file.ts';
import type { RecordKind } from '../entities.ts';
import { identifiersOf } from '../identifiers.ts';
import { random, uuid } from '../random.ts';
import type { StoredRecord } from '../../rows/stored.ts';
import type { RecordContent, RecordPlan } from './content.ts';
import { financialContent } from './financial.ts';
import { interceptContent } from './intercept.ts';
import { handlingOf, obtainedFromOf } from './marks.ts';
import { ownValuesOf } from './own-values.ts';
import { reportContent } from './report.ts';

/** The records of a case: one to six, the first a report of investigation. */
export function recordsOf(file: CaseFile): readonly StoredRecord[] {
  const { agency, seed, matter } = file;
  const count = random(seed, 'records', agency.code, matter.index).int(1, 6);
  return Array.from({ length: count }, (_, number) => recordOf(file, number));
}

function recordOf(file: CaseFile, number: number): StoredRecord {
  const { agency, seed, matter } = file;
  const at = random(seed, 'record', agency.code, matter.index, number);
  const kind = number === 0 ? 'REPORT_OF_INVESTIGATION' : at.pick(agency.kinds);
  const occurredOn = later(matter.openedOn, at.int(0, 700));
  const content = CONTENT[kind]({ file, at, number, occurredOn });
  return {
    type: 'Record',
    id: uuid(seed, agency.code, 'record', matter.index, number),
    originator: agency.code,
    kind,
    ...content,
    crimeAreas: matter.crimeAreas,
    program: programOf(file),
    occurredOn,
    recordedOn: later(occurredOn, at.int(1, 30)),
    office: file.office.name,
    investigator: file.investigator,
    sourceReliability: at.pick(['A', 'B', 'B', 'C', 'X']),
    informationReliability: at.pick(['I1', 'I2', 'I2', 'I3', 'I4']),
    handling: handlingOf(at, file, number),
    obtainedFrom: obtainedFromOf(at, file),
    caseId: file.caseId,
    contactId: file.contactId,
    identifiers: identifiersOf(file, number, { kind, narrative: content.narrative }),
    own: ownValuesOf(at, agency.code, matter, occurredOn),
  };
}

const CONTENT: Readonly<Record<RecordKind, (plan: RecordPlan) => RecordContent>> = {
  REPORT_OF_INVESTIGATION: reportContent,
  WIRETAP_INTERCEPT: interceptContent,
  FINANCIAL_MATERIAL: financialContent,
};
