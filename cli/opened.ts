import { join } from 'node:path';
import { readBundleFolder, readKeysFolder } from '../platform/agreements.ts';
import { openBundle, type OpenedBundle } from '../policy/bundle.ts';
import type { Vocabulary } from '../policy/document/world.ts';
import type { PartyKeys } from '../policy/signature/keys.ts';
import { contract } from '../schema/contract.ts';
import { purposes } from '../schema/purposes.ts';
import { viewerTerms } from '../schema/viewers.ts';
import { UsageError } from './usage.ts';
import { readWorld } from './world.ts';

/** Where the keys, signatures and notices lie that belong to a folder of agreements. */
export interface BesideFolder {
  readonly keys: string;
  readonly signatures: string;
  readonly notices: string;
}

/** A folder of agreements as every party sees it that has these keys pinned. */
export interface OpenedFolder {
  readonly opened: OpenedBundle;
  readonly keys: PartyKeys;
}

/** Opens a folder of agreements with what lies beside it. @throws UsageError when there is none, or no keys */
export async function openFolder(folder: string, beside: BesideFolder): Promise<OpenedFolder> {
  const bundle = await readBundleFolder({
    agreementsDir: folder,
    signaturesDir: beside.signatures,
    noticesDir: beside.notices,
  }).catch(() => {
    throw new UsageError(`\`${folder}\` is no folder of agreements with a \`parties.yaml\``);
  });
  const keys = await readKeysFolder(beside.keys).catch((error: Error) => {
    throw new UsageError(`no keys: ${error.message}`);
  });
  const read = await readWorld(join(folder, 'parties.yaml'));
  return { opened: openBundle(bundle, keys, read.kind === 'valid' ? read.world : NO_WORDS), keys };
}

/** When nobody knows the parties, every agreement is broken, whatever its words. */
const NO_WORDS: Vocabulary = { contract, purposes, viewers: viewerTerms, ownFields: new Set() };
