// `npm run subgraph -- DEA`: one agency's subgraph alone, on PORT (default 4100), with its own database.
import './quiet.ts';
import { openServer } from '../platform/database/server.ts';
import { prepareDemo } from '../platform/demo-keys.ts';
import { startAgency } from './agency.ts';
import { readConfig } from './config.ts';
import { requireFreePorts } from './free-ports.ts';
import { runToItsEnd } from './last-words.ts';
import { readPinned } from './party.ts';
import { stopAll, stopSignal } from './running.ts';

const DEFAULT_PORT = '4100';

async function main([code, ...more]: readonly string[]): Promise<void> {
  if (more.length > 0)
    throw new Error(`usage: npm run subgraph -- CODE, and nothing after it: start \`${more[0]}\` by itself`);
  const { asked, signal } = stopSignal();
  const config = readConfig({ PORT: DEFAULT_PORT, ...process.env });
  await requireFreePorts(config.host, [config.port]);
  await prepareDemo({ home: config.home, agreementsDir: config.agreementsDir });
  const pinned = await readPinned(config);
  const agency = pinned.agencies.find((entry) => entry.code === code);
  if (!agency) {
    const codes = pinned.agencies.map((entry) => entry.code).join(', ');
    throw new Error(`usage: npm run subgraph -- CODE, with CODE one of: ${codes}`);
  }
  const { home, databaseUrl, databases, registryUrl, indexUrl, deconflictionUrl } = config;
  const server = await openServer({ home, databaseUrl, databases });
  const bundle = registryUrl && new URL('/bundle', registryUrl).href;
  try {
    const running = await startAgency(agency, {
      config,
      pinned,
      server,
      hub: { bundle, index: indexUrl, deconfliction: deconflictionUrl },
      port: config.port,
    });
    if (!signal.aborted) console.log(`ready ${running.url}`);
    await asked;
    await stopAll([pinned, server, running]);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

runToItsEnd(main);
