import { once } from 'node:events';
import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError, readNamed } from '../usage.ts';
import type { Finish } from '../verb.ts';

const EXAMPLES = `
Examples:
  concordat gateway --supergraph supergraph.graphql --permit-all
  PORT=4010 concordat gateway --supergraph supergraph.graphql --permit-all

Subgraphs answer where \`@join__graph(url:)\` of the supergraph says. They need nothing of ours.
To answer under agreements run \`npm start\`, or see docs/joining.md: this verb enforces none.`;

const NOT_THIS = `\`concordat gateway\` serves a supergraph with everything permitted, for development; say so: \`--permit-all\`.
A gateway that answers under agreements is started with \`npm start\``;

const BANNER = [
  '!! PERMIT-ALL: a development mode. No agreement is enforced: every field of every subgraph is open',
  '!! to every process on this machine, without a token, a purpose or a record of it. Loopback only.',
];

interface GatewayVerb {
  readonly supergraph: string;
  readonly permitAll?: true;
  readonly port?: string;
}

/** Adds the verb `gateway`. */
export function addGateway(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('gateway')
    .description('serve any Federation 2 supergraph through the stages, with everything permitted (development)')
    .requiredOption('--supergraph <file>', 'composed supergraph, SDL')
    .option('--permit-all', 'required: no agreement is enforced')
    .option('--port <port>', 'default: PORT, else 4000; 0: any free one')
    .addHelpText('after', EXAMPLES)
    .action(async (options: GatewayVerb) => finish(await serve(options, terminal)));
}

async function serve({ supergraph, permitAll, port }: GatewayVerb, terminal: Terminal): Promise<number> {
  if (!permitAll) throw new UsageError(NOT_THIS);
  const host = loopback(process.env['HOST'] || '127.0.0.1');
  const options = { host, port: portIn(port ?? (process.env['PORT'] || '4000')) };
  const supergraphSdl = await readNamed(supergraph);
  const stop = stopSignal();
  for (const line of BANNER) terminal.complain(terminal.mark('bad', line));
  // Loaded here: every other verb starts faster without it.
  const { startPermitAll } = await import('../../gateway/permit-all/start.ts');
  try {
    const running = await startPermitAll({ ...options, supergraphSdl });
    tellSubgraphs(running.subgraphs, terminal);
    terminal.print(`ready ${running.url}`);
    await stop.asked;
    await running.stop();
    return EXIT.fine;
  } catch (error) {
    terminal.complain(`error: ${told(error as NodeJS.ErrnoException, supergraph, options.port)}`);
    return EXIT.mistakes;
  } finally {
    stop.forget();
  }
}

function tellSubgraphs(subgraphs: ReadonlyMap<string, string>, { complain, mark }: Terminal): void {
  for (const [name, url] of subgraphs) complain(`subgraph ${name} ${url}`);
  const strange = [...subgraphs.values()].filter((url) => !isPlace(new URL(url).hostname));
  if (strange.length > 0) complain(mark('bad', `!! ${strange.join(', ')}: ${NO_PLACE}`));
}

/** `http://DEA` is what a supergraph says that was composed without the places of its subgraphs. */
function isPlace(hostname: string): boolean {
  return hostname === 'localhost' || /[.:]/.test(hostname);
}

const NO_PLACE =
  'placeholders? Unless your network knows these hosts, compose with the URLs where the subgraphs answer';

function told({ code, name, message }: NodeJS.ErrnoException, supergraph: string, port: number): string {
  if (code === 'EADDRINUSE') return `port ${port} is taken; choose another with \`--port\`, or 0 for any free one`;
  if (code === 'EACCES') return `port ${port} may not be opened by this user; choose one above 1023`;
  return name === 'SupergraphMistake' ? `\`${supergraph}\` cannot be served: ${message}` : message;
}

function loopback(host: string): string {
  if (host === '127.0.0.1' || host === '::1' || host === 'localhost') return host;
  throw new UsageError(`HOST is \`${host}\`: what permits everything listens on 127.0.0.1, ::1 or localhost only`);
}

function portIn(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`\`${text}\` is no port: a whole number from 0 to 65535`);
}

/** Whether the process was told to stop: by SIGINT or SIGTERM. A second one ends it at once. */
function stopSignal() {
  const forgotten = new AbortController();
  const { signal } = forgotten;
  const asked = Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]);
  asked.catch(() => undefined);
  return { asked, forget: () => forgotten.abort() };
}
