import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoBlindingKeys } from '../platform/blinding-file.ts';

/** Where keys and signatures are kept, as `npm start` keeps them: `CONCORDAT_HOME`, or `.concordat` of this package. */
export function defaultHome(): string {
  return process.env['CONCORDAT_HOME'] ?? ofPackage('.concordat');
}

/** The keys by which selectors are blinded: `BLINDING_KEYS`, or those that `npm start` makes. */
export function defaultBlindingKeys(): string {
  return process.env['BLINDING_KEYS'] || demoBlindingKeys(defaultHome());
}

/** Where agreements are: `AGREEMENTS_DIR`, or `agreements` here, or those of this package. */
export function defaultAgreements(): string {
  return process.env['AGREEMENTS_DIR'] ?? (existsSync('agreements') ? 'agreements' : ofPackage('agreements'));
}

/** The composed graph of the agencies: `SUPERGRAPH`, or this package's. */
export function defaultSupergraph(): string {
  return process.env['SUPERGRAPH'] ?? ofPackage('schema/supergraph.graphql');
}

/** As the caller would write it, from where they are. */
function ofPackage(path: string): string {
  return relative('.', fileURLToPath(new URL(`../${path}`, import.meta.url))) || '.';
}
