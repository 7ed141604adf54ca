import { readFileSync } from 'node:fs';
import { readParties } from '../../../policy/document/read-parties.ts';
import type { World } from '../../../policy/document/world.ts';
import { contract } from '../../../schema/contract.ts';
import { purposes } from '../../../schema/purposes.ts';
import { viewerTerms } from '../../../schema/viewers.ts';

/** Text of the parties of the exchange. */
export const PARTIES_TEXT = readFileSync(new URL('../../../agreements/parties.yaml', import.meta.url), 'utf8');

const read = readParties('parties.yaml', PARTIES_TEXT);
if (read.kind === 'broken') throw new Error('the parties of the exchange are broken');

/** The parties of the exchange, the contract and the purposes, and one field of ICE's own. */
export const testWorld: World = {
  parties: read.parties,
  contract,
  purposes,
  viewers: viewerTerms,
  ownFields: new Set(['IceRecord.seizureNumber']),
};
