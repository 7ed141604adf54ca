import { random as randomOf } from '../../../subgraphs/agency/data/random.ts';
import { SEED } from '../seed.ts';
import type { HiddenChange } from '../twin/twin.ts';
import type { Holdings } from '../world/world.ts';
import { firstDifference, isSame, type Ask } from './ask.ts';
import type { Finding } from './compare.ts';
import { viewing } from './pass.ts';
import { smaller, type Asking } from './shrink.ts';
import type { System } from './system.ts';

/** A finding in words, with an operation and with changes made as small as is quickly done. */
export async function reportOf(system: System, finding: Finding): Promise<string> {
  const { world, viewer, asked, other } = finding;
  const about = `seed ${SEED}, world ${world.key}, case ${finding.at}\nviewer: ${JSON.stringify(viewer)}`;
  if (!asked) return `the ledgers of two worlds that look alike differ: ${about}\n${other}`;
  const { changes, culprit } = await shrunkChanges(system, finding);
  const there = applied(world.holdings, changes);
  const operation = await shrunkOperation(system, finding, asked.operation, there);
  const [one, two] = await bothAnswers(system, finding, there, [operation]);
  return [
    `a viewer is told of what they may not see: ${about}`,
    `operation: ${operation.document.text}\nvariables: ${JSON.stringify(operation.variables)}`,
    `changed, of ${finding.twin.changes.length} changes the first that shows: ${culprit?.agency ?? ''} ${culprit?.change.what ?? ''}`,
    firstDifference(one![0]!, two![0]!),
  ].join('\n');
}

/** The state after so many changes: each of them holds all that its agency then holds. */
function applied(holdings: Holdings, changes: readonly HiddenChange[]): Holdings {
  return changes.reduce<Holdings>((all, { agency, change }) => ({ ...all, [agency]: change.held }), holdings);
}

/** After every change the worlds look alike, so the first that makes an answer differ is found by halving. */
async function shrunkChanges(system: System, finding: Finding) {
  const { changes } = finding.twin;
  const { heard, operation } = finding.asked!;
  let [few, many] = [0, changes.length];
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    await system.loader.load(applied(finding.world.holdings, changes.slice(0, middle)));
    await system.loader.forget();
    const ask = await viewing(system, finding.world, finding.viewer);
    if (isSame(await ask(operation), heard)) few = middle;
    else many = middle;
  }
  return { changes: changes.slice(0, many), culprit: changes[many - 1] };
}

const ROUNDS = 14;
const TRIED = 24;

/** Takes parts out of the operation, as long as its answers still differ. */
async function shrunkOperation(system: System, finding: Finding, first: Asking, there: Holdings): Promise<Asking> {
  const random = randomOf('shrink', finding.world.key);
  let operation = first;
  for (let round = 0; round < ROUNDS; round += 1) {
    const candidates = random.sample(smaller(operation), TRIED);
    const [one, two] = await bothAnswers(system, finding, there, candidates);
    const differing = candidates.filter((_, index) => !isSame(one![index]!, two![index]!));
    const [least] = [...differing].sort((a, b) => a.document.text.length - b.document.text.length);
    if (!least) return operation;
    operation = least;
  }
  return operation;
}

async function bothAnswers(system: System, { world, viewer }: Finding, there: Holdings, operations: readonly Asking[]) {
  const answers = [];
  for (const holdings of [world.holdings, there]) {
    await system.loader.load(holdings);
    await system.loader.forget();
    const ask: Ask = await viewing(system, world, viewer);
    const heard = [];
    for (const operation of operations) heard.push(await ask(operation));
    answers.push(heard);
  }
  return answers;
}
