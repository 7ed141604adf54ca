import type { Claims } from '../session/claims.ts';

/** Whom a pasted token says that it is of: `Demo analyst of DEA, analyst, DEA (pasted token)`. */
export function pastedName({ name, role, agency }: Claims): string {
  const said = [name, role, agency].filter((part) => part !== undefined);
  return said.length === 0 ? 'A pasted token' : `${said.join(', ')} (pasted token)`;
}
