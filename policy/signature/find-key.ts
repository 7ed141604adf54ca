import type { JSONWebKeySet, JWK } from 'jose';

/**
 * The public Ed25519 key of a set by its id. Undefined: there is none, or more than one, so that which key was meant
 * cannot be told, or it is not for signatures.
 */
export function findKey(set: JSONWebKeySet | undefined, kid: string): JWK | undefined {
  const named = (set?.keys ?? []).filter((key) => key.kid === kid);
  const [key] = named;
  return named.length === 1 && key && signsWithEd25519(key) ? key : undefined;
}

function signsWithEd25519({ kty, crv, x, use, alg }: JWK): boolean {
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string') return false;
  return (use ?? 'sig') === 'sig' && ['EdDSA', 'Ed25519'].includes(alg ?? 'EdDSA');
}
