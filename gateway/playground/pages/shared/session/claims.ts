/** What a token says of itself. It is shown, and never relied on: nothing here has checked a signature. */
export interface Claims {
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly agency: string | undefined;
  readonly expiresAt: Date | undefined;
}

const LONGEST = 80;

/** Reads what a JWT says of whoever asks with it; what is none says nothing. */
export function claimsIn(token: string): Claims {
  const said = payloadOf(token);
  const { exp } = said;
  const expiresAt = typeof exp === 'number' ? new Date(exp * 1000) : undefined;
  return {
    name: text(said['name']),
    role: text(said['role']),
    agency: text(said['agency']),
    expiresAt: expiresAt && !Number.isNaN(expiresAt.getTime()) ? expiresAt : undefined,
  };
}

function payloadOf(token: string): Readonly<Record<string, unknown>> {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (byte) =>
      byte.charCodeAt(0),
    );
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof said === 'object' && said !== null ? { ...said } : {};
  } catch {
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined;
}
