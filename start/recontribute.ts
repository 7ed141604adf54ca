// `npm run recontribute -- DEA`: lets one agency tell the index anew of everything that it holds, as after the index was
// lost; with `--refused`, of what the hub refused and was set aside. What runs the agency's subgraph does it, in the order
// of its other changes; this only asks for it, and tells how far it has come. After a change of the blinding keys nobody
// needs to ask.
import './quiet.ts';
import { setTimeout as pause } from 'node:timers/promises';
import type { AgencyStore } from '../subgraphs/agency/store/agency-store.ts';
import { contributeAllAgain, progressOf } from '../subgraphs/agency/store/contribute-again.ts';
import { retryRefused } from '../subgraphs/agency/store/refused.ts';
import { withAgencyStore } from './agency-store.ts';
import { runToItsEnd } from './last-words.ts';
import { stopSignal } from './running.ts';

const LOOK_MILLISECONDS = 2000;
const USAGE = 'npm run recontribute -- CODE [--refused]';

async function main([code, option, ...more]: readonly string[]): Promise<void> {
  const { signal } = stopSignal();
  const isUnderstood = more.length === 0 && (option === undefined || option === '--refused');
  await withAgencyStore(isUnderstood ? code : undefined, USAGE, (store, agency) =>
    option === '--refused' ? refusedAgain(store, agency) : again(store, agency, signal),
  );
}

async function refusedAgain(store: AgencyStore, code: string): Promise<void> {
  const told = await retryRefused(store);
  if (told === 0) return console.log(`the hub has refused nothing of ${code}`);
  console.log(`${code} tells the hub anew of ${told}, as soon as its subgraph runs`);
  console.log(`what is refused again is listed by \`npm run refused -- ${code}\``);
}

async function again(store: AgencyStore, code: string, signal: AbortSignal): Promise<void> {
  await contributeAllAgain(store);
  console.log(
    `${code} tells the index of everything anew, as soon as its subgraph runs (Ctrl-C ends only this report)`,
  );
  for (;;) {
    await pause(LOOK_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const told = await progressOf(store);
    if (told === 'all') return console.log(`${code} has told of everything`);
    console.log(`${told.what}: ${told.percent} %`);
  }
}

runToItsEnd(main);
