import { isMinor } from '../calendar.ts';
import { contactId } from '../contacts.ts';
import type { CaseEntity, Entity, GroupEntity, NameValue, OrganizationEntity, PersonEntity } from '../entities.ts';
import { uuid } from '../random.ts';
import { romanize } from '../romanize.ts';
import type { StoredRecord } from '../../rows/stored.ts';

/** Id of an entity of a story: the same for every seed and size. */
function storyId(agency: string, story: string, key: string): string {
  return uuid('story', agency, story, key);
}

/** What a story says of an entity; the rest is not known, or empty. */
type Told<T extends Entity> = { readonly key: string } & Partial<Omit<T, 'type' | 'id' | 'originator'>>;

/** Makes the entities of one agency's part in a story. */
export interface Teller {
  readonly id: (key: string) => string;
  readonly person: (told: Told<PersonEntity>) => PersonEntity;
  readonly group: (told: Told<GroupEntity>) => GroupEntity;
  readonly organization: (told: Told<OrganizationEntity>) => OrganizationEntity;
  readonly case: (told: Told<CaseEntity>) => CaseEntity;
  readonly record: (
    told: { readonly key: string } & Partial<Omit<StoredRecord, 'type' | 'id' | 'originator'>>,
  ) => StoredRecord;
}

/** A name in Cyrillic or Latin letters. */
export function name(original: string): NameValue {
  return { original, script: /\p{Script=Cyrillic}/u.test(original) ? 'Cyrl' : 'Latn', romanized: romanize(original) };
}

/** The teller of an agency's part in the story of that name. */
export function teller(agency: string, story: string): Teller {
  const id = (key: string): string => storyId(agency, story, key);
  const base = (key: string): { id: string; originator: string } => ({ id: id(key), originator: agency });
  return {
    id,
    person: ({ key, ...told }) => ({ ...PERSON, ...base(key), minor: minor(told.dateOfBirth), ...told }),
    group: ({ key, ...told }) => ({ ...GROUP, ...base(key), ...told }),
    organization: ({ key, ...told }) => ({ ...ORGANIZATION, ...base(key), ...told }),
    case: ({ key, ...told }) => ({ ...CASE, ...base(key), contactId: contactId(agency, 1), ...told }),
    record: ({ key, ...told }) => ({ ...RECORD, ...base(key), contactId: contactId(agency, 1), ...told }),
  };
}

function minor(dateOfBirth: string | null | undefined): boolean | null {
  return dateOfBirth ? isMinor(dateOfBirth) : null;
}

type Blank<T extends Entity> = Omit<T, 'id' | 'originator'>;

const PERSON: Blank<PersonEntity> = {
  type: 'Person',
  ...{ surname: null, firstNames: null, formerNames: [], otherNames: [], aliases: [], alternativeSpellings: [] },
  ...{ sex: null, dateOfBirth: null, placeOfBirth: null, currentNationalities: [], formerNationalities: [] },
  ...{ passports: [], otherIdentityDocuments: [], fingerprintReference: null, circumstances: null },
  ...{ dataSubjectCategory: null, minor: null, addresses: [], phones: [], emails: [], occupation: null },
  physicalDescription: null,
};

const GROUP: Blank<GroupEntity> = { type: 'Group', names: [], kind: null, countries: [], memberIds: [], accounts: [] };

const ORGANIZATION: Blank<OrganizationEntity> = {
  type: 'Organization',
  ...{ names: [], kind: null, registrations: [], directorIds: [], addresses: [], accounts: [] },
};

const CASE: Blank<CaseEntity> = {
  type: 'Case',
  ...{ number: '', title: null, status: 'OPEN', crimeAreas: [], program: null, office: null, leadInvestigator: null },
  ...{ summary: null, openedOn: null, closedOn: null, subjectIds: [], districts: [], participatingAgencies: [] },
  ...{ seizures: [], items: [], outcomes: [], contactId: null },
};

const RECORD: Omit<StoredRecord, 'id' | 'originator'> = {
  type: 'Record',
  kind: 'REPORT_OF_INVESTIGATION',
  ...{
    title: null,
    synopsis: null,
    narrative: null,
    crimeAreas: [],
    program: null,
    occurredOn: null,
    recordedOn: null,
  },
  ...{ office: null, investigator: null, sourceReliability: 'B', informationReliability: 'I2', handling: null },
  ...{ obtainedFrom: null, subjectIds: [], caseId: null, contactId: null, identifiers: [] },
  ...{ investigation: null, intercept: null, financial: null },
};
