/** The 16 bytes of a blinded selector (22 characters, base64url), as PostgreSQL keeps them: as a UUID. */
export function uuidOfBlind(blind: string): string {
  const hex = Buffer.from(blind, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
