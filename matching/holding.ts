/*
 * Of what agencies hold, the part that selectors are made of: the fields of `schema/contract.graphql` under their own
 * names. What is not known is null or left out.
 */

/** A record or a case. */
export type Holding = RecordHolding | CaseHolding;

/** A person, a group or an organization in a record or a case. */
export type SubjectHolding = PersonHolding | GroupHolding | OrganizationHolding;

/** A record. */
export interface RecordHolding {
  readonly type: 'Record';
  readonly identifiers?: Listed<IdentifierHeld>;
  readonly intercept?: { readonly line?: Known<string> } | null | undefined;
  readonly financial?:
    { readonly accounts?: Listed<NumberHeld>; readonly transactions?: Listed<TransactionHeld> } | null | undefined;
}

/** A case, which has no selectors but those of its subjects. */
export interface CaseHolding {
  readonly type: 'Case';
}

/** A natural person. */
export interface PersonHolding {
  readonly type: 'Person';
  readonly id: string;
  readonly surname?: Known<NameHeld>;
  readonly firstNames?: Known<NameHeld>;
  readonly formerNames?: Listed<NameHeld>;
  readonly otherNames?: Listed<NameHeld>;
  readonly aliases?: Listed<NameHeld>;
  readonly alternativeSpellings?: Listed<string>;
  readonly dateOfBirth?: Known<string>;
  readonly passports?: Listed<NumberHeld>;
  readonly otherIdentityDocuments?: Listed<NumberHeld>;
  readonly phones?: Listed<string>;
  readonly emails?: Listed<string>;
}

/** A group without legal personality. */
export interface GroupHolding {
  readonly type: 'Group';
  readonly id: string;
  readonly names?: Listed<string>;
  readonly accounts?: Listed<NumberHeld>;
}

/** A legal person. */
export interface OrganizationHolding {
  readonly type: 'Organization';
  readonly id: string;
  readonly names?: Listed<string>;
  readonly registrations?: Listed<NumberHeld>;
  readonly accounts?: Listed<NumberHeld>;
}

/** A name as it is written, and romanised. */
export interface NameHeld {
  readonly original?: Known<string>;
  readonly romanized?: Known<string>;
}

/** A number that somebody issued: of a document, of an account, in a register. */
export interface NumberHeld {
  readonly number?: Known<string>;
  /** ISO 3166-1 alpha-2. */
  readonly country?: Known<string>;
}

interface IdentifierHeld {
  readonly kind?: Known<string>;
  readonly value?: Known<string>;
  readonly country?: Known<string>;
}

interface TransactionHeld {
  readonly fromAccount?: Known<string>;
  readonly toAccount?: Known<string>;
}

/** A value that may not be known. */
export type Known<Value> = Value | null | undefined;

/** Values, if any are known. */
export type Listed<Value> = Known<readonly Value[]>;
