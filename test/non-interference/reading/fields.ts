import { contract, type Coordinate } from '../../../schema/contract.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import type { Row } from './rows.ts';
import type { Shown } from './shown.ts';
import { treated } from './values.ts';

/** The values that are shown of an object, links aside. */
export function valuesShown({ entity }: Row, { fields }: Shown): readonly unknown[] {
  return [...fields].map(([coordinate, treatment]) => {
    const { valueType } = contract.governed.get(coordinate) ?? { valueType: 'String' };
    return [coordinate, leads(coordinate) ? null : treated(valueOf(entity, coordinate), valueType, treatment)];
  });
}

const LINKS: Readonly<Record<Coordinate, string>> = {
  'Record.subjects': 'subjectIds',
  'Case.subjects': 'subjectIds',
  'Group.members': 'memberIds',
  'Organization.directors': 'directorIds',
  'Record.contact': 'contactId',
  'Case.contact': 'contactId',
  'Record.case': 'caseId',
};

/** Whether a field is a link to other objects. */
export const leads = (coordinate: Coordinate): boolean => coordinate in LINKS || coordinate === 'Case.records';

/** Ids of what a field leads to by a link of the object's own. */
export function linksOf(entity: Stored, coordinate: Coordinate): readonly string[] | undefined {
  const name = LINKS[coordinate];
  if (name === undefined) return undefined;
  const value = (entity as unknown as Readonly<Record<string, readonly string[] | string | null>>)[name];
  return typeof value === 'string' ? [value] : (value ?? []);
}

const CONTAINERS: Readonly<Record<string, string>> = {
  InvestigationDetail: 'investigation',
  WiretapIntercept: 'intercept',
  FinancialMaterial: 'financial',
};

/** Of a part that is not there it is told that it is not. */
export function valueOf(entity: Stored, coordinate: Coordinate): unknown {
  const [type, field] = coordinate.split('.') as [string, string];
  const values = entity as unknown as Readonly<Record<string, Readonly<Record<string, unknown>> | null | undefined>>;
  const container = CONTAINERS[type];
  if (container) return values[container] ? (values[container][field] ?? null) : 'no such part';
  return field in values ? (values[field] ?? null) : (values['own']?.[field] ?? null);
}
