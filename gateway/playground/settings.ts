import type { Term } from '../../schema/purposes.ts';

/** Somebody who does not exist, as whom a visitor of the demo may ask. */
export interface Persona {
  /** Agency and role: `DEA/analyst`. */
  readonly id: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly role: string;
  readonly roleName: string;
  readonly name: string;
  /** What they do, in a sentence. */
  readonly about: string;
}

/** Where the viewers of an agency sign in: OpenID Connect, authorization code with PKCE. */
export interface SignInAt {
  readonly agency: string;
  readonly agencyName: string;
  /** Who the agency's tokens say that they are from, and who an answer to a sign-in must be from. */
  readonly issuer: string;
  /** Where the issuer's metadata is, at `/.well-known/openid-configuration` under it. */
  readonly authority: string;
  readonly clientId: string;
}

/** What the pages are told of this gateway: `GET /playground/settings`. */
export interface PlaygroundSettings {
  /** Empty where there is no demo. */
  readonly personas: readonly Persona[];
  readonly signIn: readonly SignInAt[];
  readonly purposes: {
    readonly areas: readonly Term[];
    readonly uses: readonly Term[];
    readonly searches: readonly Term[];
    readonly stages: readonly string[];
  };
}

/** What `POST /playground/tokens` answers to `{ "persona": "DEA/analyst" }`. */
export interface PersonaToken {
  /** A bearer token. */
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}
