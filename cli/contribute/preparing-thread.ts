import { Worker } from 'node:worker_threads';
import type { BlindingKeys } from '../../matching/blinding-keys.ts';
import type { Block } from './blocks.ts';
import type { Prepared } from './prepare.ts';

const CODE = new URL('./thread.mjs', import.meta.url);

interface Asked {
  readonly resolve: (prepared: Prepared) => void;
  readonly reject: (error: unknown) => void;
}

/** A thread that prepares blocks, one after the other. */
export class PreparingThread {
  readonly #worker: Worker;
  readonly #asked: Asked[] = [];

  constructor(keys: BlindingKeys) {
    this.#worker = new Worker(CODE, { workerData: keys });
    this.#worker.on('message', (prepared: Prepared) => this.#asked.shift()?.resolve(prepared));
    this.#worker.on('error', (error) => this.#asked.splice(0).forEach(({ reject }) => reject(error)));
  }

  /** INVARIANT: it answers in the order in which it is asked. */
  prepare(block: Block): Promise<Prepared> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(block);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
