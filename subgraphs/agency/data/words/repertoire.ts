/**
 * What matters of one area of crime are made of. Texts have gaps: `{leader}`, `{member}`, `{courier}` (names), `{group}`,
 * `{organization}`, `{city}`, `{origin}`, `{goods}`, `{phone}`, `{plate}`.
 */
export interface Repertoire {
  /** How often matters are of this area. */
  readonly weight: number;
  /** What else such a matter is, and how often. */
  readonly also: readonly (readonly [area: string, probability: number])[];
  readonly program: string | null;
  readonly goods: readonly string[];
  readonly groupKind: string | null;
  readonly organizationKind: string | null;
  readonly seizures: readonly SeizureKind[];
  /** How many victims at most, and of what age. */
  readonly victims: readonly [most: number, fromAge: number, toAge: number] | null;
  readonly suspicion: string;
  readonly techniques: readonly string[];
  readonly reports: readonly (readonly [title: string, body: string])[];
}

export type SeizureKind = 'currency' | 'narcotics' | 'firearm' | 'vehicle' | 'real-estate' | 'crypto-asset';
