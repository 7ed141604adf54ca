import { tellSilent } from '../conflicts/check.ts';
import type { InForce } from '../conflicts/meeting.ts';
import { inTransaction, type Database, type Transaction } from '../store/database.ts';
import { escalate } from './escalate.ts';
import { forget } from './forget.ts';
import { matchAnew } from './match-anew.ts';
import { settleOver } from './over.ts';
import { tellByDuties } from './tell-by-duties.ts';

/** What is looked after beside answering. */
export interface UpkeepOptions {
  readonly database: Database;
  readonly inForceAt: (now: Date) => InForce;
  /** Between two rounds that nobody asked for. Default 1000. */
  readonly everyMilliseconds?: number;
  readonly clock?: () => Date;
  readonly onTrouble?: (error: unknown) => void;
}

/** Upkeep that goes on. */
export interface Upkeep {
  /** A round soon: something was declared. */
  wake(): void;
  /** Ends when a round that has begun is over. */
  stop(): Promise<void>;
}

/** Of each part in one round: none keeps the others waiting, whatever there is to do. */
const MOST_BATCHES = 50;

type Duty = (transaction: Transaction, inForce: InForce, now: Date) => Promise<boolean>;

const ROUND: readonly Duty[] = [tellSilent, matchAnew, tellByDuties, settleOver, escalate, forget];

/**
 * One round: everything that is due by now, each part in transactions of its own. What fails is done in a later round, and
 * keeps nothing else from being done.
 */
export async function keepUp(options: UpkeepOptions): Promise<void> {
  const { onTrouble = () => undefined } = options;
  for (const duty of ROUND) await fulfil(duty, options).catch(onTrouble);
}

async function fulfil(duty: Duty, { database, inForceAt, clock = () => new Date() }: UpkeepOptions): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const now = clock();
    if (!(await inTransaction(database, (transaction) => duty(transaction, inForceAt(now), now)))) return;
  }
}

/** Rounds from now on. Those of several replicas do not disturb each other. */
export function startUpkeep(options: UpkeepOptions): Upkeep {
  const { everyMilliseconds = 1000, onTrouble = () => undefined } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let round = Promise.resolve();
  const schedule = (milliseconds: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, milliseconds).unref();
  };
  const run = () => {
    round = round.then(() => keepUp(options)).catch(onTrouble);
    void round.finally(() => schedule(everyMilliseconds));
  };
  schedule(0);
  return {
    wake: () => schedule(0),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await round;
    },
  };
}
