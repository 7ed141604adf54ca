import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bundle } from '../policy/bundle.ts';
import { readBundleFolder, type BundleFolders } from './agreements.ts';
import { BundleFeed, type BundleNews } from './bundle-feed.ts';

const POLL_MILLISECONDS = 200;

/** The bundle that the folders of agreements, signatures and notices hold, and every later state of it, within a second. */
export function folderFeed(folders: BundleFolders): BundleFeed {
  return watchedFeed([folders.agreementsDir, folders.signaturesDir, folders.noticesDir], () =>
    readBundleFolder(folders),
  );
}

/**
 * What is read from folders, and every later state of it. While files are being written it tells nothing, until the
 * folders have come to rest between two looks.
 * @param folders the first one must be there
 */
export function watchedFeed(folders: readonly string[], read: () => Bundle | Promise<Bundle>): BundleFeed {
  return new BundleFeed(async (tell, signal) => {
    let told: string | undefined;
    let seen: string | undefined;
    while (!signal.aborted) {
      const state = await attempt(() => stateOf(folders));
      const { news, rests } = await lookAt({ state, seen, told }, read, folders);
      if (news) tell(news);
      if (rests !== undefined) told = rests;
      seen = state;
      await sleep(POLL_MILLISECONDS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  });
}

/** States of the folders: now, at the last look, and the one whose bundle was told. */
interface Look {
  readonly state: string | undefined;
  readonly seen: string | undefined;
  readonly told: string | undefined;
}

/** What one look at the folders tells; `rests` is the state whose bundle is told. */
async function lookAt(
  { state, seen, told }: Look,
  read: () => Bundle | Promise<Bundle>,
  folders: readonly string[],
): Promise<{ news?: BundleNews; rests?: string }> {
  const unreachable: BundleNews = { is: 'unreachable', reason: 'the folder of agreements cannot be read' };
  if (state === undefined) return { news: unreachable };
  if (state === told) return { news: { is: 'same' } };
  if (told !== undefined && state !== seen) return {};
  const bundle = await attempt(read);
  if (!bundle) return { news: unreachable };
  return (await attempt(() => stateOf(folders))) === state ? { news: { is: 'bundle', bundle }, rests: state } : {};
}

/** Names, sizes and times of all files below the folders: equal texts, equal contents. */
async function stateOf([first, ...rest]: readonly string[]): Promise<string> {
  const states = [stateOfFolder(first ?? ''), ...rest.map((folder) => stateOfFolder(folder).catch(() => 'none'))];
  return (await Promise.all(states)).join('\n\n');
}

async function stateOfFolder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const lines = await Promise.all(files.sort().map(lineOf));
  return lines.join('\n');
}

async function lineOf(path: string): Promise<string> {
  const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
  return [path, size, mtimeNs, ctimeNs, ino].join(' ');
}

async function attempt<T>(action: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch {
    return undefined;
  }
}
