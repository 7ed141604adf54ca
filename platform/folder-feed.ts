import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bundle } from '../policy/bundle.ts';
import { BundleFeed, type BundleNews } from './bundle-feed.ts';

const POLL_MILLISECONDS = 200;

/**
 * The bundle that a folder holds, and every later state of it, within a second. A folder in which files are being
 * written tells nothing until it has come to rest between two looks.
 * @param read reads the whole folder
 */
export function folderFeed(folder: string, read: (folder: string) => Bundle | Promise<Bundle>): BundleFeed {
  return new BundleFeed(async (tell, signal) => {
    let told: string | undefined;
    let seen: string | undefined;
    while (!signal.aborted) {
      const state = await attempt(() => stateOf(folder));
      const { news, rests } = await lookAt(state, seen, told, () => read(folder), folder);
      if (news) tell(news);
      if (rests !== undefined) told = rests;
      seen = state;
      await sleep(POLL_MILLISECONDS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  });
}

/** What one look at the folder tells; `rests` is the state whose bundle has been told. */
async function lookAt(
  state: string | undefined,
  seen: string | undefined,
  told: string | undefined,
  read: () => Bundle | Promise<Bundle>,
  folder: string,
): Promise<{ news?: BundleNews; rests?: string }> {
  const unreachable: BundleNews = { is: 'unreachable', reason: 'the folder of agreements cannot be read' };
  if (state === undefined) return { news: unreachable };
  if (state === told) return { news: { is: 'same' } };
  if (told !== undefined && state !== seen) return {};
  const bundle = await attempt(read);
  if (!bundle) return { news: unreachable };
  return (await attempt(() => stateOf(folder))) === state ? { news: { is: 'bundle', bundle }, rests: state } : {};
}

/** Names, sizes and times of all files below a folder: equal texts, equal contents. */
async function stateOf(folder: string): Promise<string> {
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
