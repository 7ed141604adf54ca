import { readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { Agreement } from '../../policy/agreement.ts';
import type { AgreementReport, OpenedBundle } from '../../policy/bundle.ts';
import type { Notice } from '../../policy/notice.ts';
import type { Parties } from '../../policy/parties.ts';
import type { PartyVerification } from '../../policy/signature/verification.ts';
import { writeBundle } from '../../platform/bundle-wire.ts';
import { rulesetAt } from '../../platform/ruleset-at.ts';
import type { Asking, SubgraphOptions } from '../../subgraphs/kit/subgraph.ts';
import type { Records } from '../../subgraphs/registry/records.ts';
import type { Shelf } from '../../subgraphs/registry/shelf.ts';

/** The parties of this exchange. */
export const parties = parseYaml(readFileSync('agreements/parties.yaml', 'utf8')) as Parties;

export const NOW = new Date('2026-03-02T10:00:00Z');

/** An agreement with one clause that only says something, unless told otherwise. */
export function agreement(id: string, members: readonly string[], rest: Partial<Agreement> = {}): Agreement {
  const clauses = [{ id: '1', text: 'Both work together.' }];
  const dates = { signed: '2009-06-18', effective: '2009-06-18' };
  return { concordat: 1, id, title: `Agreement ${id}`, ...dates, parties: members, clauses, ...rest };
}

/** A document on the shelf. */
export interface Document {
  readonly agreement: Agreement;
  readonly signatures?: Readonly<Record<string, PartyVerification>>;
  readonly mistakes?: AgreementReport['mistakes'];
}

/** A shelf with these documents and notices, and with one document that nobody can read. */
export function shelfOf(documents: readonly Document[], notices: readonly Notice[] = []): Shelf {
  const texts = documents.map(({ agreement }) => ({ path: `${agreement.id}.yaml`, text: JSON.stringify(agreement) }));
  const reports = documents.map(reportOf);
  const unreadable: AgreementReport = { path: 'unreadable.yaml', status: 'broken', mistakes: [] };
  const opened: OpenedBundle = {
    parties,
    agreements: documents
      .filter((_, at) => reports[at]?.status === 'signed')
      .map(({ agreement }) => ({ agreement, digest: `sha256-${agreement.id}` })),
    notices: notices.map((notice) => ({ notice, digest: `sha256-${notice.notice}` })),
    noticeReports: [],
    reports: [...reports, unreadable],
  };
  const all = [...texts, { path: 'unreadable.yaml', text: 'parties: [ICE, DEA' }];
  return {
    opened,
    bundle: writeBundle({ parties: '', documents: all, signatures: Object.fromEntries(documents.map(signaturesIn)) }),
    at: (now) => rulesetAt(opened, now),
  };
}

/** A hub that has recorded nothing. */
export const NO_RECORDS: Records = { notifications: () => async () => [], disclosures: () => async () => [] };

/** A subgraph that is asked past its door knows no gateway, and nobody who vouches. */
export const NOBODY: Pick<SubgraphOptions, 'gatewayKeys' | 'identities'> = {
  gatewayKeys: () => ({ keys: [] }),
  identities: () => ({ agencies: [], keys: new Map() }),
};

/** A viewer of an agency, investigating drug trafficking. */
export function asking(agency: string, shelf: Shelf, { area = 'drug-trafficking', now = NOW } = {}): Asking {
  const viewer = { agency, role: 'analyst', sub: `analyst@${agency}` };
  const purpose = { area, use: 'investigation', case: `${agency}-1` };
  const ruleset = shelf.at(now);
  return { caller: { viewer, purpose, ruleset: ruleset.digest }, grant: ruleset.grant(viewer, purpose), now };
}

/** When signatures say that they were given. */
export const GIVEN = '2009-06-18T12:00:00Z';

/** Of the parties that have signed, rightly or not: nobody verifies them again, and only their headers are read. */
function signaturesIn({ agreement: { id, parties: signers }, signatures = {} }: Document) {
  const signing = signers.filter((party) => signatures[party]?.status !== 'missing');
  const given = signing.map((party) => {
    const header = { alg: 'EdDSA', kid: 'k', typ: 'concordat-agreement+jws', agreement: id, party, given: GIVEN };
    return [party, `${Buffer.from(JSON.stringify(header)).toString('base64url')}..c2lnbmF0dXJl`] as const;
  });
  return [id, Object.fromEntries(given)] as const;
}

function reportOf({ agreement: { id, parties: signers }, signatures = {}, mistakes = [] }: Document): AgreementReport {
  const path = `${id}.yaml`;
  if (mistakes.length > 0) return { path, id, status: 'broken', mistakes };
  const verified = new Map(
    signers.map((party) => [party, signatures[party] ?? ({ status: 'signed', kid: 'k' } as const)]),
  );
  const complete = [...verified.values()].every(({ status }) => status === 'signed');
  const verification = { digest: `sha256-${id}`, parties: verified, complete };
  return { path, id, status: complete ? 'signed' : 'unsigned', mistakes, verification };
}
