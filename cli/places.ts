import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';

/** The agreements that this package ships. */
const SHIPPED = fileURLToPath(new URL('../agreements', import.meta.url));

/** Where keys and signatures are kept unless told otherwise: `CONCORDAT_HOME`, or `.concordat`. */
export function defaultHome(): string {
  return process.env['CONCORDAT_HOME'] ?? '.concordat';
}

/** Where agreements are: `agreements` here, or those of this package. */
export function defaultAgreements(): string {
  return existsSync('agreements') ? 'agreements' : relative('.', SHIPPED) || '.';
}
