// Our gateway with every rule enforced: an agreement among all, conditions, withholding, explanations, the ledger.
import { readFileSync } from 'node:fs';
import { openPostgresLedger } from '../../gateway/ledger/postgres-ledger.ts';
import { startGateway } from '../../gateway/gateway.ts';
import { DEFAULT_LIMITS } from '../../gateway/limits/limits.ts';
import { makeDemoToken } from '../../platform/demo-token.ts';
import { openLog } from '../../platform/log.ts';
import { bundleOpener } from '../../platform/open-once.ts';
import { Rulebook } from '../../platform/rulebook.ts';
import { signingKey } from '../../policy/ed25519.ts';
import { ownCoordinates } from '../../policy/own-fields.ts';
import { readGraph } from '../../policy/projection/graph.ts';
import { contract } from '../../schema/contract.ts';
import { purposes } from '../../schema/purposes.ts';
import { viewerTerms } from '../../schema/viewers.ts';
import { scenarioAgreements } from '../../test/support/scenario/agreements.ts';
import { newKey, scenarioKeys } from '../../test/support/scenario/keys.ts';
import { BENCH_AGREEMENT } from './agreement.ts';
import { benchAgencies } from './parties.ts';
import { sampledOnRequest } from './profile/sampled.ts';
import { timedStages } from './stages.ts';

interface Told {
  readonly supergraph: string;
  readonly urls: Readonly<Record<string, string>>;
  /** Url of the database for the ledger; absent: it is written nowhere. */
  readonly ledger?: string;
}

const { supergraph, urls, ledger } = JSON.parse(process.argv[2]!) as Told;
const agencies = benchAgencies();
const supergraphSdl = readFileSync(supergraph, 'utf8');
const keys = scenarioKeys(agencies.map(({ code }) => code));
const agreements = scenarioAgreements(agencies, keys);
agreements.put([BENCH_AGREEMENT]);
const ownFields = ownCoordinates(readGraph(supergraphSdl, agencies));
const open = bundleOpener(keys.published, { contract, purposes, viewers: viewerTerms, ownFields });
const rulebook = new Rulebook({ feed: agreements.feed, open });
await rulebook.ready;
for (const { path, status, mistakes } of rulebook.reports)
  if (status !== 'signed') console.error(path, status, mistakes);
const times = timedStages();
const key = signingKey(newKey('gateway'));
const nowhere = { record: async () => undefined, stop: async () => undefined };
const server = await startGateway({
  host: '127.0.0.1',
  port: 0,
  supergraphSdl,
  agencies,
  urls: new Map(agencies.map(({ code }) => [code, urls[code] ?? 'http://127.0.0.1:1/graphql'] as const)).set(
    'index',
    urls['index']!,
  ),
  keys: () => keys.published,
  key: () => key,
  rulebook,
  ledger: ledger === undefined ? nowhere : await openPostgresLedger(ledger),
  quotas: { count: async (uses) => uses, stop: async () => undefined },
  log: openLog('warn'),
  // Whoever measures asks more in a minute than any viewer may.
  limits: {
    ...DEFAULT_LIMITS,
    rates: { viewerRequests: 1e9, agencyRequests: 1e9, viewerCost: 1e12, agencyCost: 1e12, refusals: 1e9 },
  },
  stages: times.wrap,
});
const agency = agencies.find(({ code }) => code === 'USAO')!;
const token = await makeDemoToken({ agency, role: 'prosecutor', keys: keys.secret.get('USAO')! });
process.on('message', (message) => message === 'stages' && process.send?.(times.read()));
sampledOnRequest();
process.once('disconnect', () => process.exit());
process.send?.({ url: server.url, token });
