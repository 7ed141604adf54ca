import type { LabelTest, Where } from '../../../policy/agreement.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { countryOf } from '../world/agreements.ts';
import { LABELS, NOBODY, outwards, type Row } from './rows.ts';
import { every, opposite, some, type Truth } from './truth.ts';

type TypeName = Stored['type'];

/** Between whom a condition is read, and since when the recipient takes part. */
export interface Sides {
  readonly originator: string;
  readonly recipient: string;
  readonly accession: string;
}

/** Whether a clause's `where` holds on an object. */
export function holds(where: Where | undefined, row: Row, sides: Sides): Truth {
  return every(Object.entries(where ?? {}).map(([key, value]) => entryHolds(key, value, row, sides)));
}

function entryHolds(key: string, value: Where[string], row: Row, sides: Sides): Truth {
  if (key === 'allOf') return every((value as readonly Where[]).map((part) => holds(part, row, sides)));
  if (key === 'anyOf') return some((value as readonly Where[]).map((part) => holds(part, row, sides)));
  if (key === 'not') return opposite(holds(value as Where, row, sides));
  const [ownerName, name] = key.includes('.') ? (key.split('.') as [string, string]) : [undefined, key];
  const label = name === 'nationalOf' ? 'nationalities' : name;
  const owners = TYPES.filter((type) => LABELS[type].includes(label) && (!ownerName || OWNERS[ownerName] === type));
  // What such an object never has, and nothing around it, is not so, and that is known.
  if (!CAN_BE_WITHIN[row.entity.type].some((type) => owners.includes(type))) return false;
  const owner = outwards(row).find(({ entity }) => owners.includes(entity.type));
  const found = owner?.labels[label];
  if (found === undefined) return null;
  if (name === 'nationalOf') return (found as readonly string[]).includes(countryOf(whose(value, sides)));
  return passes(value as LabelTest, found, sides);
}

const TYPES = Object.keys(LABELS) as readonly TypeName[];
const OWNERS: Readonly<Record<string, TypeName>> = {
  record: 'Record',
  case: 'Case',
  person: 'Person',
  group: 'Group',
  organization: 'Organization',
  contact: 'LiaisonContact',
};
const CAN_BE_WITHIN: Readonly<Record<TypeName, readonly TypeName[]>> = {
  Record: ['Record'],
  Case: ['Case'],
  Person: ['Person', 'Group', 'Organization', 'Record', 'Case'],
  Group: ['Group', 'Record', 'Case'],
  Organization: ['Organization', 'Record', 'Case'],
  LiaisonContact: ['LiaisonContact', 'Record', 'Case'],
};

const whose = (value: unknown, { originator, recipient }: Sides) => (value === 'originator' ? originator : recipient);

function passes(test: LabelTest, found: unknown, { accession }: Sides): Truth {
  if (found === NOBODY) return false;
  if (typeof test !== 'object') return typeof found === typeof test ? found === test : null;
  const values = Array.isArray(found) ? (found as readonly string[]) : [found as string];
  const day = (bound: string | number) => (bound === 'accession' ? accession : String(bound));
  return every([
    !test.anyOf || test.anyOf.some((value) => values.includes(value)),
    !test.allOf || test.allOf.every((value) => values.includes(value)),
    !test.noneOf || !test.noneOf.some((value) => values.includes(value)),
    test.from === undefined || values[0]! >= day(test.from),
    test.until === undefined || values[0]! <= day(test.until),
  ]);
}
