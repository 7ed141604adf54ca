import type { Agreement } from '../agreement.ts';

/** A group as the agreement that founds it has it. */
interface FoundedGroup {
  /** The agency that signs for the group. */
  readonly coordinator: string;
  /** Digest of the founding agreement. Undefined: not every party has signed that one. */
  readonly charter: string | undefined;
}

/** Groups by code. */
export type FoundedGroups = ReadonlyMap<string, FoundedGroup>;

/** Digests of the founding agreements of groups, by the group's code. Undefined: that agreement is not signed. */
export type Charters = Readonly<Record<string, string | undefined>>;

/** Who has to sign an agreement, and what is meant by the groups that it names. */
export interface Signatories {
  /** The agency that signs for each party, in the order of the document. */
  readonly agencies: ReadonlyMap<string, string>;
  /**
   * Charters of the groups that it names and does not found. Every signature states them.
   * INVARIANT: otherwise a stranger's charter of the same code could put another coordinator and other members into an
   * agreement after it was signed.
   */
  readonly charters: Charters;
}

/** The groups that agreements found. A signer names their digests; a verifier, the digests of the signed ones only. */
export function foundedGroups(
  agreements: readonly { readonly agreement: Agreement; readonly digest: string | undefined }[],
): FoundedGroups {
  return new Map(
    agreements.flatMap(({ agreement, digest }) =>
      Object.entries(agreement.groups ?? {}).map(
        ([code, { coordinator }]) => [code, { coordinator, charter: digest }] as const,
      ),
    ),
  );
}

/**
 * Who signs an agreement: an agency for itself, the coordinator for a group.
 * @param groups those that agreements found; a code that is none of them stands for an agency
 */
export function signatoriesOf(agreement: Agreement, groups: FoundedGroups): Signatories {
  const own = agreement.groups ?? {};
  const signer = (party: string) => (Object.hasOwn(own, party) ? own[party] : groups.get(party))?.coordinator ?? party;
  const charters = [...codesIn(agreement)].flatMap((code) => {
    const group = Object.hasOwn(own, code) ? undefined : groups.get(code);
    return group ? [[code, group.charter] as const] : [];
  });
  return {
    agencies: new Map(agreement.parties.map((party) => [party, signer(party)])),
    charters: Object.fromEntries(charters),
  };
}

/** Every code of an agency or a group that an agreement names. */
function codesIn({ parties, accessions = [], clauses }: Agreement): ReadonlySet<string> {
  const scopes = clauses.flatMap(({ share, withhold, deconflict }) => [share, withhold, deconflict]);
  return new Set([
    ...parties,
    ...accessions.map(({ to }) => to),
    ...scopes.flatMap((scope) => [...(scope?.from ?? []), ...(scope?.to ?? [])]),
  ]);
}
