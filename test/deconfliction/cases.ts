import { SELECTOR_SOURCES } from '../../schema/selectors.ts';
import { readCases } from '../../subgraphs/deconfliction/contribution/read.ts';
import { takeInCases } from '../../subgraphs/deconfliction/contribution/take-in.ts';
import { blinded, id, type World } from './world.ts';

/** The number of the source of selectors that stands for a coordinate. */
export function source(coordinate: string): number {
  return SELECTOR_SOURCES.find((one) => one.coordinate === coordinate)!.number;
}

/** A case that is open and has a telephone number, unless told otherwise. */
export interface CaseOf {
  readonly n: number;
  readonly phone?: string;
  readonly status?: string;
  readonly selectors?: readonly object[];
  readonly op?: string;
}

/** Tells de-confliction of cases, as an agency's outbox does: what was told later has a higher number. */
export function caseTeller(world: World) {
  let sequence = 0;

  /** An entry of an agency's outbox that speaks of a case, as it comes. */
  function entry({ n, phone = '+12025550143', status = 'OPEN', selectors, op = 'UPSERT' }: CaseOf): object {
    const labels = { status, crimeAreas: ['drug-trafficking'] };
    const told = selectors ?? [{ source: source('Person.phones'), subject: 0, blind: blinded('PHONE', phone) }];
    const pointer = { contactId: id(90 + n), labels, subjects: [], selectors: told, epoch: 1 };
    return { sequence: String(++sequence), type: 'CASE', id: id(n), op, ...(op === 'UPSERT' && { pointer }) };
  }

  function tell(agency: string, ...entries: readonly object[]): Promise<bigint> {
    return takeInCases(world.served, readCases({ agency, entries }), world.ruleset, world.now);
  }

  return { entry, tell, beginAnew: () => void (sequence = 0) };
}
