import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Agreement, Clause } from '../../policy/agreement.ts';
import type { Bundle, OpenedBundle } from '../../policy/bundle.ts';
import type { AgencyEntry } from '../../policy/parties.ts';
import type { SignedAgreement } from '../../policy/lifecycle.ts';

/** An agreement of a test that lets DEA see what the clauses say. */
export function toyAgreement(id: string, clauses: readonly Clause[], rest: Partial<Agreement> = {}): Agreement {
  const dates = { signed: '2009-06-18', effective: '2009-06-18' };
  return { concordat: 1, id, title: id, ...dates, parties: ['ICE', 'DEA', 'FBI'], clauses, ...rest };
}

/** As if every party had signed. */
export function signed(...agreements: readonly Agreement[]): readonly SignedAgreement[] {
  return agreements.map((agreement) => ({ agreement, digest: JSON.stringify(agreement) }));
}

export const AGENCIES: readonly AgencyEntry[] = [
  { code: 'DEA', prefix: 'Dea' },
  { code: 'FBI', prefix: 'Fbi' },
  { code: 'ICE', prefix: 'Ice' },
].map((agency) => ({
  ...agency,
  name: agency.code,
  kind: 'domestic',
  country: 'US',
  issuer: `https://id.${agency.prefix.toLowerCase()}.example`,
  desk: { name: 'desk', phone: '+1 202 555 0100', email: 'desk@agency.example' },
}));

/** A folder of agreements, one JSON file each. */
export function toyFolder(agreements: readonly Agreement[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'concordat-bundle-'));
  for (const agreement of agreements) putAgreement(folder, agreement);
  return folder;
}

export function putAgreement(folder: string, agreement: Agreement): void {
  writeFileSync(join(folder, `${agreement.id}.json`), JSON.stringify(agreement));
}

/** Reads a folder as the platform reads the real one. */
export function readToyFolder(folder: string): Bundle {
  const documents = readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  return { parties: '', documents, signatures: {} };
}

/** Opens a bundle in which every document that can be read counts as signed. */
export function openToyBundle(bundle: Bundle): OpenedBundle {
  const results = bundle.documents.map(({ path, text }) => ({ path, agreement: parse(text) }));
  return {
    parties: { agencies: AGENCIES },
    agreements: signed(...results.flatMap(({ agreement }) => agreement ?? [])),
    notices: [],
    noticeReports: [],
    reports: results.map(({ path, agreement }) => ({ path, status: agreement ? 'signed' : 'broken', mistakes: [] })),
  };
}

function parse(text: string): Agreement | undefined {
  try {
    return JSON.parse(text) as Agreement;
  } catch {
    return undefined;
  }
}
