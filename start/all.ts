// `npm start`: the gateway, the hub and every agency in one process, with an embedded PostgreSQL unless DATABASE_URL is set.
import './quiet.ts';
import { startGateway } from '../gateway/gateway.ts';
import { openPostgresLedger } from '../gateway/ledger/postgres-ledger.ts';
import { openPostgresQuotas } from '../gateway/quota/postgres-quotas.ts';
import { EXCHANGE, bundleCaller } from '../platform/bundle-call.ts';
import { HUB_DATABASE } from '../platform/database/names.ts';
import { openServer } from '../platform/database/server.ts';
import { makeDemoBlindingKeys, prepareDemo } from '../platform/demo-keys.ts';
import { keepAddresses } from '../platform/hub-addresses.ts';
import type { OwnKey } from '../platform/own-key.ts';
import { urlFeed } from '../platform/url-feed.ts';
import type { AgencyEntry } from '../policy/parties.ts';
import { readFileSync } from 'node:fs';
import { startAgency } from './agency.ts';
import { readConfig, type Config } from './config.ts';
import { startDeconfliction } from './deconfliction.ts';
import { startIndex } from './index-hub.ts';
import { openBlindingKeys, openGatewayKey, readPinned } from './party.ts';
import { tellFirstStart } from './first-start.ts';
import { follow } from './follow.ts';
import { requireFreePorts } from './free-ports.ts';
import { endOnUncaught, lastWords } from './last-words.ts';
import { pagesOf } from './pages.ts';
import { marked, reached } from './marks.ts';
import { printReady } from './ready.ts';
import { startRegistry } from './registry.ts';
import { stopAll, stopSignal, type Running } from './running.ts';
import { indexed } from './indexed.ts';
import { listedOperations } from './listed-operations.ts';

type Stoppable = Pick<Running, 'stop'>;

/**
 * Starts everything, and stops what was started when something cannot be.
 * @throws the signal's reason when it is to stop before it has started
 */
async function startAll(config: Config, stopping: AbortSignal): Promise<Running> {
  const started: Stoppable[] = [];
  try {
    const running = await start(config, started, stopping);
    stopping.throwIfAborted();
    return running;
  } catch (error) {
    await stopAll(started);
    throw error;
  }
}

async function start(config: Config, started: Stoppable[], stopping: AbortSignal): Promise<Running> {
  const keep = <Server extends Stoppable>(server: Server): Server => (started.push(server), server);
  await requireFreePorts(config.host, [config.port, config.registryPort, config.indexPort, config.deconflictionPort]);
  tellFirstStart(config.home);
  await marked('keys', prepareKeys(config));
  const [pinned, server] = await Promise.all([
    readPinned(config).then(keep),
    openServer({ home: config.home, databaseUrl: config.databaseUrl, databases: config.databases }).then(keep),
  ]);
  reached('database');
  stopping.throwIfAborted();
  const playground = await marked('pages', pagesOf(config, pinned));
  const registry = keep(await startRegistry(config, pinned, server, config.registryPort));
  const bundle = new URL('/bundle', registry.url).href;
  const index = keep(await marked('hub', startIndex(config, pinned, server, bundle, config.indexPort)));
  const deconfliction = keep(await startDeconfliction(config, pinned, server, bundle, config.deconflictionPort));
  stopping.throwIfAborted();
  const hub = { bundle, index: index.url, deconfliction: deconfliction.url };
  keep(await keepAddresses(config.home, { ...hub, registry: registry.url }));
  const urlElsewhere = ({ code, url }: AgencyEntry) => config.subgraphUrl(code) ?? url;
  const local = pinned.agencies.filter((agency) => !urlElsewhere(agency));
  const agencies = await Promise.all(
    local.map((agency) => startAgency(agency, { config, pinned, server, hub, port: 0 }).then(keep)),
  );
  reached('agencies');
  stopping.throwIfAborted();
  const hubUrl = await server.ensure(HUB_DATABASE);
  const [ledger, quotas] = [keep(await openPostgresLedger(hubUrl)), keep(await openPostgresQuotas(hubUrl))];
  const gatewayKey = keep(await openGatewayKey(config, pinned));
  const blindingKeys = keep(await openBlindingKeys(config, pinned));
  const { rulebook } = keep(await follow('gateway', feedOf(bundle, gatewayKey), pinned, config));
  const urls = new Map([registry, index, deconfliction, ...agencies].map(({ name, url }) => [name, url]));
  for (const agency of pinned.agencies) urls.set(agency.code, urlElsewhere(agency) ?? urls.get(agency.code) ?? '');
  await marked('pointers', indexed(hubUrl, codesOf(agencies)));
  stopping.throwIfAborted();
  const gateway = keep(
    await startGateway({
      host: config.host,
      port: config.port,
      supergraphSdl: readFileSync(config.supergraph, 'utf8'),
      agencies: pinned.agencies,
      urls,
      keys: pinned.keys,
      key: gatewayKey.current,
      rulebook,
      ledger,
      quotas,
      blindingKeys: () => blindingKeys.current(),
      log: pinned.log,
      subgraphTimeoutMilliseconds: config.subgraphTimeoutMilliseconds,
      limits: config.limits,
      origins: config.origins,
      proxies: config.proxies,
      playground,
      ...listedOperations(config, pinned.log),
    }),
  );
  reached('gateway');
  return { name: 'concordat', url: gateway.url, stop: () => stopAll(started) };
}

function feedOf(bundle: string, { current }: OwnKey) {
  return urlFeed(bundle, bundleCaller(EXCHANGE, current));
}

function codesOf(agencies: readonly Running[]): readonly string[] {
  return agencies.map(({ name }) => name);
}

async function prepareKeys({ home, agreementsDir, blindingKeys }: Config): Promise<void> {
  await prepareDemo({ home, agreementsDir });
  if (blindingKeys === undefined) await makeDemoBlindingKeys(home);
}

if (import.meta.filename === process.argv[1]) {
  endOnUncaught();
  reached('modules');
  const { asked, signal } = stopSignal();
  try {
    const config = readConfig(process.env);
    const running = await startAll(config, signal);
    printReady(running.url, config);
    await asked;
    await running.stop();
    process.exit(0);
  } catch (error) {
    if (signal.aborted && error === signal.reason) process.exit(0);
    console.error(lastWords(error));
    process.exit(1);
  }
}
