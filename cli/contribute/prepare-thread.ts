// A thread that prepares blocks: reading, normalising and blinding are most of what a load costs an agency.
import { parentPort, workerData } from 'node:worker_threads';
import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import type { Block } from './blocks.ts';
import { prepare } from './prepare.ts';

const keys = workerData as BlindingKeys;

parentPort!.on('message', (block: Block) => parentPort!.postMessage(prepare(block, keys)));
