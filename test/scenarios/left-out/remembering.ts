import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive, type Archive } from '../../../platform/archive.ts';
import { BundleFeed } from '../../../platform/bundle-feed.ts';
import { readBundle } from '../../../platform/bundle-wire.ts';
import { bundleOpener } from '../../../platform/open-once.ts';
import { Rulebook } from '../../../platform/rulebook.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { contract } from '../../../schema/contract.ts';
import { purposes } from '../../../schema/purposes.ts';
import { viewerTerms } from '../../../schema/viewers.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { everyone } from '../../support/scenario/everyone.ts';
import { serveAgency, type ScenarioSubgraph, type SubgraphWorld } from '../../support/scenario/subgraphs.ts';

/** An agency that has its agreements from the gateway, checks them itself, and remembers what it has checked. */
export function remembering(code: string, data: readonly Stored[]) {
  return async (world: SubgraphWorld, database: string): Promise<ScenarioSubgraph> => {
    const home = await mkdtemp(join(tmpdir(), 'concordat-left-out-'));
    const archive = await openArchive(home);
    const rulebook = rulebookWith(archive, world);
    const agency = everyone().find((entry): entry is AgencyEntry => entry.code === code)!;
    const served = await serveAgency(agency, database, data, true, { ...world, rulebook });
    return {
      ...served,
      async stop() {
        await served.stop();
        rulebook.stop();
        await archive.settled();
        await rm(home, { recursive: true });
      },
    };
  };
}

function rulebookWith(archive: Archive, world: SubgraphWorld): Rulebook {
  const vocabulary = { contract, purposes, viewers: viewerTerms, ownFields: new Set<string>() };
  const { agencies, keys } = world.identities();
  return new Rulebook({ feed: from(world.rulebook), open: bundleOpener(keys, vocabulary, { agencies }), archive });
}

/** Whatever the gateway has. */
function from(gateway: Rulebook): BundleFeed {
  return new BundleFeed(async (tell, signal) => {
    const pass = () => gateway.bundle && tell({ is: 'bundle', bundle: readBundle(gateway.bundle.json) });
    signal.addEventListener('abort', gateway.onChange(pass));
    pass();
  });
}
