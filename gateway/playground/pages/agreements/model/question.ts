import type { AgreementStatus } from './status.ts';

/** An agreement in a list. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly status: AgreementStatus;
  readonly statusReason: string;
  readonly signed: string;
  readonly effective: string;
  readonly until: string | null;
  readonly parties: readonly string[];
  readonly lineage: readonly Relation[];
}

/** How an agreement stands to another: `Relation` of the graph. */
export interface Relation {
  readonly kind: string;
  readonly agreement: string;
  readonly title: string | null;
  readonly status: AgreementStatus | null;
  readonly clauses: readonly string[];
}

/** A party that withdrew, or will: `Withdrawal` of the graph. */
export interface Withdrawal {
  readonly party: string;
  readonly kind: 'SUSPENDED' | 'TERMINATED';
  readonly since: string;
  readonly until: string | null;
  readonly agreement: string;
  readonly notice: string | null;
  readonly reason: string | null;
}

/** The signature of a party: `Signature` of the graph. */
export interface Signature {
  readonly party: string;
  readonly signer: string;
  readonly status: 'VERIFIED' | 'MISSING' | 'WRONG';
  readonly key: string | null;
  readonly given: string | null;
  readonly why: string | null;
}

/** A field that a clause names: `ClauseField` of the graph. */
export interface ClauseField {
  readonly coordinate: string;
  readonly category: string;
  readonly effect: 'OPENS' | 'FINDS' | 'CLOSES';
  readonly treatment: 'FULL' | 'GENERALISED' | 'MASKED' | null;
}

/** A rule of an agreement: `Clause` of the graph. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  readonly effect: 'SHARE' | 'WITHHOLD' | 'DECONFLICT' | 'NONE';
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly disclosure: 'FULL' | 'CONTACT' | 'EXISTS' | null;
  readonly silent: boolean;
  readonly override: boolean;
  readonly conditions: readonly string[];
  readonly duties: readonly string[];
  readonly fields: readonly ClauseField[];
  readonly between: readonly { readonly from: string; readonly to: readonly string[] }[];
  readonly replacedBy: readonly string[];
  readonly notFor: readonly Withdrawal[];
}

/** An agreement, whole: `Agreement` of the graph. */
export interface Agreement extends Listed {
  readonly source: string | null;
  readonly noticeDays: number;
  readonly digest: string | null;
  readonly notFor: readonly Withdrawal[];
  readonly announced: readonly Withdrawal[];
  readonly signatures: readonly Signature[];
  readonly groups: readonly {
    readonly code: string;
    readonly name: string;
    readonly coordinator: string;
    readonly members: readonly string[];
  }[];
  readonly accessions: readonly {
    readonly party: string;
    readonly to: string;
    readonly from: string;
    readonly backDated: boolean;
    readonly participation: string;
    readonly reserves: readonly string[];
  }[];
  readonly clauses: readonly Clause[];
}

/** An agency by its code. */
export interface Agency {
  readonly code: string;
  readonly name: string;
}

/** What the list of agreements is made of. */
export interface ListTold {
  readonly agreements: readonly Listed[];
  readonly agencies: readonly Agency[];
  readonly ruleset: { readonly digest: string };
}

/** What the page of an agreement is made of. */
export interface AgreementTold {
  /** Null: there is none of that id, or it is for its parties only. */
  readonly agreement: Agreement | null;
  /** Those beside it, for its lineage. */
  readonly agreements: readonly (Pick<Listed, 'id' | 'title' | 'status' | 'effective' | 'lineage'> & {
    readonly groups: readonly { readonly code: string; readonly name: string }[];
  })[];
  readonly agencies: readonly Agency[];
  readonly ruleset: { readonly digest: string };
}

const LINEAGE = 'lineage { kind agreement title status clauses }';
const LISTED = `id title status statusReason signed effective until parties ${LINEAGE}`;
const WITHDRAWAL = '{ party kind since until agreement notice reason }';
const CLAUSE = `id text effect from to disclosure silent override conditions duties
  fields { coordinate category effect treatment } between { from to } replacedBy notFor ${WITHDRAWAL}`;

export const LIST = `query Agreements { agreements { ${LISTED} } agencies { code name } ruleset { digest } }`;

export const WHOLE = `query Agreement($id: ID!) {
  agreement(id: $id) {
    ${LISTED} source noticeDays digest notFor ${WITHDRAWAL} announced ${WITHDRAWAL}
    signatures { party signer status key given why }
    groups { code name coordinator members }
    accessions { party to from backDated participation reserves }
    clauses { ${CLAUSE} }
  }
  agreements { id title status effective groups { code name } ${LINEAGE} }
  agencies { code name }
  ruleset { digest }
}`;
