import type { Log } from '../platform/log.ts';
import { toldOf } from '../platform/told-error.ts';

/** Logs what fails in a subgraph: where, and the error's kind, code and place. */
export function troubleOf(log: Log, subgraph: string): (error: unknown) => void {
  return (error) => log.warn({ subgraph, error: toldOf(error) }, 'trouble');
}
