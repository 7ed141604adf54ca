import { join } from 'node:path';
import type { Agreement } from '../policy/agreement.ts';
import { readAgreement } from '../policy/document/read-agreement.ts';
import { digestOf } from '../policy/signature/canonical.ts';
import { foundedGroups, signatoriesOf, type Signatories } from '../policy/signature/signatories.ts';
import { signAgreement } from '../policy/signature/sign.ts';
import { verifyDocuments } from '../policy/signature/verify-documents.ts';
import { readDocuments, readKeysFolder, readSignatures } from './agreements.ts';
import { replaceFile } from './atomic-write.ts';
import { keyFolders, type PrivateKeys } from './party-keys.ts';
import { makeFolder } from './make-folder.ts';

interface Samples {
  readonly home: string;
  readonly agreementsDir: string;
  /** Private keys of the parties that are played here. */
  readonly keys: ReadonlyMap<string, PrivateKeys>;
}

/**
 * Signs the sample agreements for every party, and again those whose text has changed. An agreement with a party whose
 * private key is elsewhere is left alone: that party signs it itself.
 */
export async function signSamples({ home, agreementsDir, keys }: Samples): Promise<void> {
  const folder = join(home, 'signatures');
  makeFolder(folder);
  const agreements = await readAgreements(agreementsDir);
  const published = await readKeysFolder(keyFolders(home).published);
  const verifications = verifyDocuments(agreements, await readSignatures(folder), published);
  const groups = foundedGroups(agreements.map((agreement) => ({ agreement, digest: digestOf(agreement) })));
  for (const agreement of agreements) {
    if (verifications.get(agreement)?.complete) continue;
    const signatures = signForAll(agreement, signatoriesOf(agreement, groups), keys);
    if (signatures) await replaceFile(join(folder, `${agreement.id}.json`), `${JSON.stringify(signatures, null, 2)}\n`);
  }
}

/** Every party's signature. Undefined: a key is missing. */
function signForAll(
  agreement: Agreement,
  { agencies, charters }: Signatories,
  keys: Samples['keys'],
): Readonly<Record<string, string>> | undefined {
  const signatures: Record<string, string> = {};
  const given = new Date();
  for (const [party, agency] of agencies) {
    const key = keys.get(agency)?.agreements;
    if (!key) return undefined;
    signatures[party] = signAgreement(agreement, party, key, charters, given);
  }
  return signatures;
}

async function readAgreements(folder: string): Promise<readonly Agreement[]> {
  const documents = (await readDocuments(folder)).map(({ path, text }) => readAgreement(path, text));
  return documents.flatMap((document) => (document.kind === 'valid' ? [document.agreement] : []));
}
