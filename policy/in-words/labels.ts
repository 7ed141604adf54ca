import { contract, type ContractField } from '../../schema/contract.ts';
import { LABEL_OWNERS, isNationalOf, resolveLabel } from '../condition/where.ts';

/** A label as sentences speak of it. */
export interface SpokenLabel {
  /** `the person`, or `it` where several kinds of objects carry the label. */
  readonly owner: string;
  /** `the person's nationalities`. */
  readonly name: string;
  readonly isList: boolean;
  /** Named type of its values. */
  readonly valueType: string | undefined;
  /** What is said of its owner when it is true, and when it is false. */
  readonly flag: readonly [string, string] | undefined;
}

/** What labels are called where the words of their names do not say it. */
const NAMES: Readonly<Record<string, string>> = {
  program: 'programme',
  occurredOn: 'day of occurrence',
  recordedOn: 'day of recording',
  openedOn: 'day of opening',
  closedOn: 'day of closing',
  dataSubjectCategory: 'part in the matter',
  groupKind: 'kind',
  organizationKind: 'kind',
  contactRole: 'role',
  contactAreas: 'crime areas',
  obtainedFrom: 'third party',
};

const FLAGS: Readonly<Record<string, readonly [string, string]>> = {
  minor: ['is under 18 years of age', 'is not under 18 years of age'],
  onCall: ['is on call', 'is not on call'],
  originatorConsent: ['needs its originator’s consent', 'does not need its originator’s consent'],
  notAsEvidence: ['is not for evidence', 'may be evidence'],
};

/** How a name in a condition is spoken of: `person.minor`, `crimeAreas`. */
export function spokenLabel(key: string): SpokenLabel {
  const label = resolveLabel(key, contract);
  const plain = isNationalOf(key) ? 'nationalities' : key.slice(key.indexOf('.') + 1);
  const owner = label?.owners.length === 1 ? ownerInWords(label.owners[0]!) : 'it';
  const field = fieldOf(plain);
  return {
    owner,
    name: `${owner === 'it' ? 'its' : `${owner}’s`} ${NAMES[plain] ?? spaced(plain)}`,
    isList: field?.isList ?? false,
    valueType: field?.valueType,
    flag: FLAGS[plain],
  };
}

function ownerInWords(type: string): string {
  const owner = Object.keys(LABEL_OWNERS).find((key) => LABEL_OWNERS[key] === type);
  return owner ? `the ${owner}` : 'it';
}

function fieldOf(label: string): ContractField | undefined {
  return [...contract.types.values()].flatMap(({ fields }) => [...fields.values()]).find((f) => f.label === label);
}

/** `crimeAreas`: crime areas. */
function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
