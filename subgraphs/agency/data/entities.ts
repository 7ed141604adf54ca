/**
 * What an agency holds, as plain data: the fields of `schema/contract.graphql` under their own names. Links are ids
 * within the same agency (`subjectIds`, `caseId`, `contactId`, `memberIds`, `directorIds`); `Case.records` is the
 * other side of `caseId`. A value that is not known is `null`, a list without elements is empty.
 */
export type Entity = LiaisonContactEntity | PersonEntity | GroupEntity | OrganizationEntity | CaseEntity | RecordEntity;

/** What every entity has. */
interface EntityBase {
  /** A UUID that nobody can guess from another. */
  readonly id: string;
  /** Code of the agency whose data it is: `IRS-CI`. */
  readonly originator: string;
}

/** An officer whom partners may call. */
export interface LiaisonContactEntity extends EntityBase {
  readonly type: 'LiaisonContact';
  readonly name: string;
  readonly title: string | null;
  readonly role: ContactRole;
  readonly office: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly hostCountry: string | null;
  /** E.164, from a range reserved for fiction. */
  readonly phone: string | null;
  readonly email: string | null;
  /** ISO 639-1. */
  readonly languages: readonly string[];
  /** IANA: `Europe/Moscow`. */
  readonly timeZone: string | null;
  readonly onCall: boolean;
  /** Codes of `schema/purposes.yaml`. */
  readonly areas: readonly string[];
}

/** A natural person. */
export interface PersonEntity extends EntityBase {
  readonly type: 'Person';
  readonly surname: NameValue | null;
  readonly firstNames: NameValue | null;
  readonly formerNames: readonly NameValue[];
  readonly otherNames: readonly NameValue[];
  readonly aliases: readonly NameValue[];
  readonly alternativeSpellings: readonly string[];
  readonly sex: Sex | null;
  /** `1971`, `1971-03` or `1971-03-09`. */
  readonly dateOfBirth: string | null;
  readonly placeOfBirth: PlaceValue | null;
  /** ISO 3166-1 alpha-2. */
  readonly currentNationalities: readonly string[];
  readonly formerNationalities: readonly string[];
  readonly passports: readonly IdentityDocumentValue[];
  readonly otherIdentityDocuments: readonly IdentityDocumentValue[];
  readonly fingerprintReference: string | null;
  readonly circumstances: string | null;
  readonly dataSubjectCategory: DataSubjectCategory | null;
  readonly minor: boolean | null;
  readonly addresses: readonly AddressValue[];
  /** E.164. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly occupation: string | null;
  readonly physicalDescription: PhysicalDescriptionValue | null;
}

/** A group without legal personality. */
export interface GroupEntity extends EntityBase {
  readonly type: 'Group';
  readonly names: readonly string[];
  /** `cartel`, `street-gang`, `smuggling-ring`. */
  readonly kind: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Persons of the same agency. */
  readonly memberIds: readonly string[];
  readonly accounts: readonly AccountValue[];
}

/** A legal person. */
export interface OrganizationEntity extends EntityBase {
  readonly type: 'Organization';
  readonly names: readonly string[];
  /** `company`, `foundation`, `dealer`, `money-service-business`. */
  readonly kind: string | null;
  readonly registrations: readonly RegistrationValue[];
  /** Persons of the same agency. */
  readonly directorIds: readonly string[];
  readonly addresses: readonly AddressValue[];
  readonly accounts: readonly AccountValue[];
}

/** One case. */
export interface CaseEntity extends EntityBase {
  readonly type: 'Case';
  readonly number: string;
  readonly title: string | null;
  readonly status: CaseStatus;
  /** Codes of `schema/purposes.yaml`. */
  readonly crimeAreas: readonly string[];
  readonly program: string | null;
  readonly office: string | null;
  readonly leadInvestigator: string | null;
  readonly summary: string | null;
  /** `YYYY-MM-DD`. */
  readonly openedOn: string | null;
  /** `YYYY-MM-DD`. */
  readonly closedOn: string | null;
  /** Persons, groups and organizations of the same agency. */
  readonly subjectIds: readonly string[];
  readonly districts: readonly string[];
  /** Codes of agencies. */
  readonly participatingAgencies: readonly string[];
  readonly seizures: readonly SeizureValue[];
  readonly items: readonly ItemValue[];
  readonly outcomes: readonly OutcomeValue[];
  readonly contactId: string | null;
}

/** One record. Exactly one of `investigation`, `intercept` and `financial` is there: the one of its kind. */
export interface RecordEntity extends EntityBase {
  readonly type: 'Record';
  readonly kind: RecordKind;
  readonly title: string | null;
  readonly synopsis: string | null;
  readonly narrative: string | null;
  /** Codes of `schema/purposes.yaml`. */
  readonly crimeAreas: readonly string[];
  readonly program: string | null;
  /** `YYYY-MM-DD`. */
  readonly occurredOn: string | null;
  /** `YYYY-MM-DD`. */
  readonly recordedOn: string | null;
  readonly office: string | null;
  readonly investigator: string | null;
  readonly sourceReliability: SourceReliability | null;
  readonly informationReliability: InformationReliability | null;
  readonly handling: HandlingValue | null;
  readonly obtainedFrom: ProvenanceValue | null;
  /** Persons, groups and organizations of the same agency. */
  readonly subjectIds: readonly string[];
  readonly caseId: string | null;
  readonly contactId: string | null;
  readonly identifiers: readonly IdentifierValue[];
  readonly investigation: InvestigationDetailValue | null;
  readonly intercept: WiretapInterceptValue | null;
  readonly financial: FinancialMaterialValue | null;
}

export type RecordKind = 'REPORT_OF_INVESTIGATION' | 'WIRETAP_INTERCEPT' | 'FINANCIAL_MATERIAL';
type SourceReliability = 'A' | 'B' | 'C' | 'X';
type InformationReliability = 'I1' | 'I2' | 'I3' | 'I4';
export type DataSubjectCategory = 'SUSPECT' | 'CONVICTED' | 'VICTIM' | 'WITNESS' | 'INFORMANT' | 'ASSOCIATE';
export type Sex = 'F' | 'M' | 'X';
export type CaseStatus = 'OPEN' | 'IN_PROSECUTION' | 'CLOSED';
export type ItemStatus = 'STOLEN' | 'LOCATED' | 'SEIZED' | 'REPATRIATED';
export type ContactRole = 'ATTACHE' | 'LIAISON_OFFICER' | 'DUTY_OFFICER' | 'PROSECUTOR';

/** What the originator lays down for the handling of one record. */
export interface HandlingValue {
  /** Codes of agencies. */
  readonly releasableTo: readonly string[];
  /** Codes of agencies. */
  readonly notReleasableTo: readonly string[];
  readonly originatorConsent: boolean;
  readonly notAsEvidence: boolean;
  /** `H1`, `H2`, `H3`, … */
  readonly codes: readonly string[];
}

/** From whom the originator obtained a record. */
export interface ProvenanceValue {
  readonly party: string;
  readonly agreement: string | null;
}

/** A vehicle, a device or an address that a record names. */
export interface IdentifierValue {
  readonly kind: IdentifierKind;
  readonly value: string;
  /** The country that issued it, where one did, ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

export type IdentifierKind = 'PHONE' | 'EMAIL' | 'IP_ADDRESS' | 'PLATE' | 'VIN' | 'IMEI' | 'CRYPTO_ADDRESS';

export interface InvestigationDetailValue {
  readonly reportNumber: string;
  readonly techniques: readonly string[];
}

export interface WiretapInterceptValue {
  /** E.164. */
  readonly line: string;
  readonly courtOrder: string;
  readonly court: string;
  /** `YYYY-MM-DD`. */
  readonly authorizedFrom: string;
  /** `YYYY-MM-DD`. */
  readonly authorizedUntil: string;
  readonly sessions: readonly InterceptSessionValue[];
}

export interface InterceptSessionValue {
  /** RFC 3339 in UTC: `2010-03-26T09:30:00Z`. */
  readonly startedAt: string;
  readonly durationSeconds: number;
  readonly summary: string;
  /** Absent when minimised. */
  readonly transcript: string | null;
  readonly minimized: boolean;
}

export interface FinancialMaterialValue {
  readonly accounts: readonly AccountValue[];
  readonly transactions: readonly TransactionValue[];
  readonly institutions: readonly string[];
  readonly totalAmount: MoneyValue;
}

export interface MoneyValue {
  /** Exact decimal: `12500.00`. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

export interface AccountValue {
  readonly institution: string;
  /** IBAN, or the institution's own number. */
  readonly number: string;
  readonly holder: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface TransactionValue {
  /** `YYYY-MM-DD`. */
  readonly executedOn: string;
  readonly amount: MoneyValue;
  readonly fromAccount: string | null;
  readonly toAccount: string | null;
  readonly reference: string;
}

/** A name in its own script, and romanised by ICAO 9303 part 3. */
export interface NameValue {
  readonly original: string;
  /** ISO 15924: `Latn`, `Cyrl`. */
  readonly script: string;
  readonly romanized: string;
}

export interface PlaceValue {
  readonly city: string;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface AddressValue {
  readonly street: string;
  readonly city: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface IdentityDocumentValue {
  /** `passport`, `national-id`, `driving-licence`, `residence-permit`. */
  readonly type: string;
  readonly number: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** `YYYY-MM-DD`. */
  readonly validUntil: string | null;
}

export interface PhysicalDescriptionValue {
  readonly heightCm: number | null;
  readonly weightKg: number | null;
  readonly eyes: string | null;
  readonly hair: string | null;
  readonly marks: readonly string[];
}

export interface RegistrationValue {
  readonly register: string;
  readonly number: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface SeizureValue {
  readonly asset: string;
  /** `currency`, `narcotics`, `firearm`, `vehicle`, `real-estate`, `crypto-asset`. */
  readonly kind: string;
  readonly value: MoneyValue | null;
  readonly massGrams: number | null;
  /** `YYYY-MM-DD`. */
  readonly seizedOn: string;
}

export interface ItemValue {
  readonly description: string;
  readonly provenance: string;
  readonly status: ItemStatus;
  /** ISO 3166-1 alpha-2. */
  readonly originCountry: string;
  readonly custody: readonly CustodyValue[];
}

export interface CustodyValue {
  readonly custodian: string;
  /** `YYYY-MM-DD`. */
  readonly from: string;
  /** `YYYY-MM-DD`; absent while it lasts. */
  readonly until: string | null;
}

export interface OutcomeValue {
  readonly court: string;
  /** `convicted`, `acquitted`, `dismissed`, `forfeiture`. */
  readonly disposition: string;
  readonly sentenceMonths: number | null;
  readonly restitution: MoneyValue | null;
  /** `YYYY-MM-DD`. */
  readonly decidedOn: string;
}
