import { spread, type Measured } from '../measure.ts';
import type { Contender, LineUp } from './line-up.ts';
import type { BenchOperation } from './operations.ts';
import { rounds, STOCK } from './rounds.ts';
import { answerOf, likeness, MOST_SECONDS } from './same.ts';

/** Whose answers hold less than stock's where an agreement withholds something. */
const OURS = /^ours/;

/** Those that must answer everything. Of others it is told when they do not. */
const ABLE = /^(ours|stock)/;

/**
 * Compares the contenders on each operation, after it was looked at what they answer; then the most memory of each.
 * @throws Error when ours or stock answers something else than it should: then nothing is worth measuring
 */
export async function* compareAll(line: LineUp, operations: readonly BenchOperation[]): AsyncGenerator<Measured, void> {
  let contenders = line.contenders;
  for (const operation of operations) {
    const faults = await faultsOf(contenders, operation);
    for (const [name, fault] of faults) yield unable(name, fault, operation);
    // Who is stuck would take the processor's time of the others.
    contenders = await Promise.all(
      contenders.map((each) => (faults.has(each.name) ? line.again(each) : Promise.resolve(each))),
    );
    const able = contenders.filter(({ name }) => !faults.has(name));
    yield* rounds(operation, able);
    for (const contender of able) yield await fetches(line, contender, operation);
  }
  for (const { name, process } of contenders) {
    yield { ...spread('most memory', 'MiB', [process.peakBytes()], 1 / 1024 ** 2), on: 'memory', of: name };
  }
}

/** Who does not answer as it should, and why. */
async function faultsOf(
  contenders: readonly Contender[],
  operation: BenchOperation,
): Promise<ReadonlyMap<string, string>> {
  const all = await answerOf(
    contenders.find(({ name }) => name === STOCK)!,
    operation,
  );
  const faults = new Map<string, string>();
  for (const contender of contenders) {
    const expected = OURS.test(contender.name) && !operation.open ? 'less of the same' : 'the same';
    const fault = await faultOf(contender, operation, all, expected);
    if (fault === undefined) continue;
    if (ABLE.test(contender.name)) throw new Error(`${operation.name}, ${contender.name}: ${fault}`);
    faults.set(contender.name, fault);
  }
  return faults;
}

/** Of the words of somebody else's mistake. */
const MOST_CHARACTERS = 120;

async function faultOf(contender: Contender, operation: BenchOperation, all: unknown, expected: string) {
  try {
    const found = likeness(await answerOf(contender, operation), all);
    return found === expected ? undefined : `answers ${found} as stock, not ${expected}`;
  } catch (error) {
    if (!(error instanceof Error)) return 'does not answer';
    return error.name === 'TimeoutError'
      ? `no answer within ${MOST_SECONDS} s`
      : error.message.slice(0, MOST_CHARACTERS);
  }
}

function unable(of: string, failure: string, { name }: BenchOperation): Measured {
  return { what: 'requests a second', unit: '/s', median: 0, least: 0, most: 0, runs: 0, on: name, of, failure };
}

/** How many requests to subgraphs one operation takes. */
async function fetches({ asked }: LineUp, contender: Contender, operation: BenchOperation): Promise<Measured> {
  const before = await asked();
  await answerOf(contender, operation);
  const sent = (await asked()) - before;
  return { ...spread('subgraph requests', 'each', [sent], 1), on: operation.name, of: contender.name };
}
