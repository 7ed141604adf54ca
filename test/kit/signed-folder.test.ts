import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JWK } from 'jose';
import { folderFeed } from '../../platform/folder-feed.ts';
import { bundleOpener } from '../../platform/open-once.ts';
import { Rulebook } from '../../platform/rulebook.ts';
import type { PublishedKeys } from '../../policy/signature/keys.ts';
import { signAgreement } from '../../policy/signature/sign.ts';
import { contract } from '../../schema/contract.ts';
import { purposes } from '../../schema/purposes.ts';
import { viewerTerms } from '../../schema/viewers.ts';
import { share } from './toy-agency.ts';
import { toyAgreement } from './toy-bundle.ts';

const vocabulary = { contract, purposes, viewers: viewerTerms, ownFields: new Set<string>() };
const privateKeys = new Map(['DEA', 'ICE'].map((code) => [code, newKey(`${code}-agreements`)]));
const pinned = new Map([...privateKeys].map(([code, key]) => [code, publishedOf(key)]));
const agreement = toyAgreement('dea-ice', [{ ...share({ categories: ['RECORD_SUMMARY'] }), text: 'DEA shares.' }], {
  parties: ['DEA', 'ICE'],
});

function newKey(kid: string): JWK {
  return { ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK), kid };
}

function publishedOf({ d: _, ...key }: JWK): PublishedKeys {
  const set = { keys: [key] };
  return { agreements: set, viewers: { keys: [] }, service: { keys: [] } };
}

describe('a rulebook on a folder of signed agreements', () => {
  const home = mkdtempSync(join(tmpdir(), 'concordat-signed-'));
  const folders = {
    agreementsDir: join(home, 'agreements'),
    signaturesDir: join(home, 'signatures'),
    noticesDir: join(home, 'notices'),
  };
  let rulebook: Rulebook;

  const put = (title: string) =>
    writeFileSync(join(folders.agreementsDir, 'dea-ice.yaml'), JSON.stringify({ ...agreement, title }));
  const sign = (...parties: readonly string[]) => {
    const signatures = parties.map((party) => [party, signAgreement(agreement, party, privateKeys.get(party) ?? {})]);
    mkdirSync(folders.signaturesDir, { recursive: true });
    writeFileSync(join(folders.signaturesDir, 'dea-ice.json'), JSON.stringify(Object.fromEntries(signatures)));
  };
  const inForce = () => rulebook.at(new Date()).inForce.length;
  const becomes = async (status: string) => {
    const until = performance.now() + 1000;
    while (rulebook.reports[0]?.status !== status && performance.now() < until) await sleep(10);
    expect(rulebook.reports.map((report) => report.status)).toEqual([status]);
  };

  beforeAll(async () => {
    mkdirSync(folders.agreementsDir);
    copyFileSync(
      new URL('../../agreements/parties.yaml', import.meta.url),
      join(folders.agreementsDir, 'parties.yaml'),
    );
    put(agreement.title);
    rulebook = new Rulebook({ feed: folderFeed(folders), open: bundleOpener(pinned, vocabulary) });
    await rulebook.ready;
  });
  afterAll(() => {
    rulebook.stop();
    rmSync(home, { recursive: true });
  });

  it('has no rule by an agreement that not every party has signed', async () => {
    expect(rulebook.reports).toMatchObject([{ id: 'dea-ice', status: 'unsigned' }]);
    sign('DEA');
    await sleep(500);
    await becomes('unsigned');
    expect(inForce()).toBe(0);
  });

  it('has its rules within a second of the last signature', async () => {
    sign('DEA', 'ICE');
    await becomes('signed');
    expect(inForce()).toBe(1);
  });

  it('loses them within a second of a change that nobody signed', async () => {
    put('another title');
    await becomes('unsigned');
    expect(inForce()).toBe(0);
  });

  it('reports what is broken', async () => {
    writeFileSync(join(folders.agreementsDir, 'dea-ice.yaml'), 'id: [');
    await becomes('broken');
    expect(inForce()).toBe(0);
  });
});

describe('opening bundles', () => {
  const bundle = { parties: '', documents: [], signatures: {} };

  it('checks a bundle once for all parties that pinned the same keys', () => {
    const one = bundleOpener(pinned, vocabulary);
    const same = bundleOpener(new Map(pinned), vocabulary);
    const other = bundleOpener(new Map([...pinned].slice(1)), vocabulary);
    expect(same({ ...bundle })).toBe(one(bundle));
    expect(other(bundle)).not.toBe(one(bundle));
    expect(one({ ...bundle, parties: 'x' })).not.toBe(one(bundle));
  });
});
