import type { PointerType, Send } from './entry.ts';

/** Someone of the hub who is told of what the agency holds. INVARIANT: none waits for another. */
export interface Receiver {
  /** By which its place in the outbox is known. */
  readonly name: 'index' | 'deconfliction';
  /** What it is told of. */
  readonly types: readonly PointerType[];
  readonly send: Send;
}

/** The index is told of everything. */
export function indexReceiver(send: Send): Receiver {
  return { name: 'index', types: ['RECORD', 'CASE', 'LIAISON_CONTACT'], send };
}

/** De-confliction is told of cases. */
export function deconflictionReceiver(send: Send): Receiver {
  return { name: 'deconfliction', types: ['CASE'], send };
}
