import type { Log } from '../platform/log.ts';
import { toldOf } from '../platform/told-error.ts';

/** Where something fails, and what it was to do. */
interface Doing {
  readonly subgraph: string;
  /** What the log says of it: what failed, and what becomes of it. */
  readonly failed: string;
}

/** What is said when a call of a subgraph fails inside. */
export const ANSWERING = 'a call failed inside, and was answered with an error';

/** Logs what fails in a subgraph: what it was to do, where, and the error's kind, code and place. */
export function troubleOf(log: Log, { subgraph, failed }: Doing): (error: unknown) => void {
  return (error) => log.warn({ subgraph, error: toldOf(error) }, failed);
}
