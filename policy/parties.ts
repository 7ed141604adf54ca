/** An agency, as the registry file (`agreements/parties.yaml`, schema `schema/parties.schema.json`) lists it. */
export interface AgencyEntry {
  /** Its code in agreements, tokens and subgraphs: `IRS-CI`. */
  readonly code: string;
  /** What its GraphQL types begin with: `IrsCi`. */
  readonly prefix: string;
  readonly name: string;
  readonly kind: 'domestic' | 'prosecutor' | 'foreign';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** `iss` of the tokens of its own viewers. */
  readonly issuer: string;
  /** Where its subgraph answers; absent: started with the gateway. */
  readonly url?: string;
  /** Whether its subgraph searches its records by text. Default: it does not. */
  readonly textSearch?: boolean;
  /** Whom to ask when something is withheld. Public to every party. */
  readonly desk: Desk;
}

/** An information-sharing desk. */
export interface Desk {
  readonly name: string;
  /** E.164, spaces allowed. */
  readonly phone: string;
  readonly email: string;
}

/** Every party of the exchange. */
export interface Parties {
  readonly agencies: readonly AgencyEntry[];
}
