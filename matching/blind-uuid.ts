import { featureOf } from './blind.ts';

/** The 16 bytes of a blinded selector (22 characters, base64url), as PostgreSQL keeps them: as a UUID. */
export function uuidOfBlind(blind: string): string {
  const hex = Buffer.from(blind, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A blinded selector as PostgreSQL keeps it, as it came. */
export function blindOfUuid(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

/** Which feature of a name a blinded selector stands for, as PostgreSQL keeps it; 0: it is no key of a name. */
export function featureIn(uuid: string): number {
  return featureOf(blindOfUuid(uuid));
}
