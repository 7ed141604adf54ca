import { openDoor } from './door.ts';
import { permittedGateway } from './gateway.ts';
import { Remote } from './remote.ts';
import { subgraphUrls, SupergraphMistake } from './supergraph.ts';

/** Where a gateway that permits everything listens, and what it serves. */
export interface PermitAllOptions {
  /** Any Federation 2 supergraph, SDL. */
  readonly supergraphSdl: string;
  /** A loopback address. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** A gateway that answers. */
export interface PermitAllGateway {
  readonly url: string;
  /** Where each subgraph is asked. */
  readonly subgraphs: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Serves a supergraph through every stage, with a grant that permits everything. Development only: nothing that a
 * product starts leads here.
 * @throws SupergraphMistake; Error with code EADDRINUSE when the port is taken; Error when others could reach it
 */
export async function startPermitAll({ supergraphSdl, host, port }: PermitAllOptions): Promise<PermitAllGateway> {
  if (!LOOPBACK.has(host)) throw new Error('what permits everything listens on this machine only');
  const subgraphs = subgraphUrls(supergraphSdl);
  const remotes = new Map([...subgraphs].map(([name, url]) => [name, new Remote(url)]));
  const close = async () => void (await Promise.all([...remotes.values()].map((remote) => remote.close())));
  try {
    const door = await open(supergraphSdl, remotes, host, port);
    return { url: door.url, subgraphs, stop: () => door.stop().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(supergraphSdl: string, remotes: ReadonlyMap<string, Remote>, host: string, port: number) {
  try {
    return await openDoor(permittedGateway(supergraphSdl, [...remotes.keys()], remoteOf(remotes)), host, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === 'listen') throw error;
    throw new SupergraphMistake((error as Error).message);
  }
}

function remoteOf(remotes: ReadonlyMap<string, Remote>) {
  return (subgraph: string): Remote => {
    const remote = remotes.get(subgraph);
    if (!remote) throw new Error(`no subgraph is called \`${subgraph}\``);
    return remote;
  };
}
