import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchSupergraph } from './parties.ts';
import { PINS, startForeign, startProgram, type BenchProcess } from './process.ts';

/** A gateway in the comparison. */
export interface Contender {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly process: BenchProcess;
}

/** All that runs for a comparison. */
export interface LineUp {
  readonly contenders: readonly Contender[];
  /** Starts one anew, when it is stuck. */
  readonly again: (contender: Contender) => Promise<Contender>;
  /** How many requests the subgraphs have answered so far. */
  readonly asked: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** What a contender is started with. */
export interface World {
  /** A file with the supergraph. */
  readonly supergraph: string;
  readonly urls: Readonly<Record<string, string>>;
  /** A folder that is removed afterwards. */
  readonly folder: string;
  readonly keep: <Process extends BenchProcess>(process: Process) => Process;
}

/** Starts one contender. */
export type Entrant = (name: string, world: World) => Promise<Contender>;

const [GATEWAY_CORE, LOAD_CORE] = [0, 1];
const PURPOSE = 'area=drug-trafficking; use=investigation; case=BENCH-1';

/** Starts the subgraphs on the core of the load, and every gateway on the other. */
export async function lineUp(entrants: Readonly<Record<string, Entrant>>): Promise<LineUp> {
  if (!PINS) console.error('there is no `taskset` here: processes take whatever core they get');
  const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const started: BenchProcess[] = [];
  const keep: World['keep'] = (process) => (started.push(process), process);
  const stop = async () => {
    for (const process of started.reverse()) await process.stop();
    remove();
  };
  try {
    const subgraphs = keep(await startProgram<Record<string, string>>('subgraphs.ts', {}, LOAD_CORE));
    const supergraph = join(folder, 'supergraph.graphql');
    writeFileSync(supergraph, benchSupergraph(subgraphs.ready));
    const world = { supergraph, urls: subgraphs.ready, folder, keep };
    const contenders: Contender[] = [];
    for (const [name, enter] of Object.entries(entrants)) contenders.push(await enter(name, world));
    const again = async ({ name, process }: Contender) => {
      await process.stop();
      return entrants[name]!(name, world);
    };
    return { contenders, again, asked: () => subgraphs.ask<number>('asked'), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Our gateway with every rule; what it discloses is written nowhere. */
export const ours: Entrant = (name, world) => enterOurs(name, world, undefined);

/** Our gateway with every rule, as it is run: with the ledger in PostgreSQL, which is on the core of the load. */
export const oursWithLedger: Entrant = async (name, world) => {
  const home = join(world.folder, 'database');
  const database = world.keep(await startProgram<{ url: string }>('database.ts', { home }, LOAD_CORE));
  return enterOurs(name, world, database.ready.url);
};

async function enterOurs(name: string, { supergraph, urls, keep }: World, ledger: string | undefined) {
  const process = keep(
    await startProgram<{ url: string; token: string }>('ours.ts', { supergraph, urls, ledger }, GATEWAY_CORE),
  );
  const { url, token } = process.ready;
  return { name, url: at(url), headers: { authorization: `Bearer ${token}`, 'x-purpose': PURPOSE }, process };
}

/** A stock @apollo/gateway. @param undici on connections of undici in place of its own fetcher */
export function stock(undici: boolean): Entrant {
  return async (name, { supergraph, keep }) => {
    const process = keep(await startProgram<{ url: string }>('stock.mjs', { supergraph, undici }, GATEWAY_CORE));
    return { name, url: at(process.ready.url), headers: {}, process };
  };
}

/** A gateway that is none of this repository's. @param commandOf what starts it, on a port */
export function foreign(commandOf: (supergraph: string, port: number) => readonly string[]): Entrant {
  return async (name, { supergraph, keep }) => {
    const port = await freePort();
    const url = at(`http://127.0.0.1:${port}`);
    const process = keep(await startForeign(commandOf(supergraph, port), url, GATEWAY_CORE));
    return { name, url, headers: {}, process };
  };
}

function at(url: string): string {
  return new URL('/graphql', url).href;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
