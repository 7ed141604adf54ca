import { readFile, stat } from 'node:fs/promises';
import type { GraphQLSchema } from 'graphql';
import type { Persisted } from './document-of.ts';
import { ListedOperations } from './listed.ts';
import { readManifest } from './manifest.ts';

const POLL_MILLISECONDS = 200;

/** What is said of a new file: how many operations are listed now, or why those of the old one still are. */
export type ManifestNews = { readonly listed: number } | { readonly mistakes: readonly string[] };

/**
 * The operations that a manifest lists, followed while the gateway runs. A new file that has mistakes changes nothing.
 * @param told hears of every new file
 */
export function manifestFile(path: string, only: boolean, told: (news: ManifestNews) => void): Persisted {
  let current: ListedOperations | undefined;
  let timer: NodeJS.Timeout | undefined;
  let seen = '';

  const look = async (schema: GraphQLSchema): Promise<void> => {
    const state = await stateOf(path);
    if (state === seen) return;
    const read = await attempt(path, schema);
    if ('operations' in read) current = new ListedOperations(read.operations);
    seen = state;
    told('operations' in read ? { listed: read.operations.length } : read);
  };
  const follow = (schema: GraphQLSchema): void => {
    timer = setTimeout(() => void look(schema).finally(() => timer && follow(schema)), POLL_MILLISECONDS).unref();
  };

  return {
    only,
    listed: () => current,
    async open(schema) {
      seen = await stateOf(path);
      const read = await attempt(path, schema);
      if ('mistakes' in read) throw new Error(`${path} lists no operations:\n  ${read.mistakes.join('\n  ')}`);
      current = new ListedOperations(read.operations);
      follow(schema);
    },
    close() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

async function attempt(path: string, schema: GraphQLSchema): Promise<ReturnType<typeof readManifest>> {
  try {
    return readManifest(await readFile(path, 'utf8'), schema);
  } catch {
    return { mistakes: ['it cannot be read'] };
  }
}

async function stateOf(path: string): Promise<string> {
  try {
    const { size, mtimeNs, ctimeNs, ino } = await stat(path, { bigint: true });
    return [size, mtimeNs, ctimeNs, ino].join(' ');
  } catch {
    return 'none';
  }
}
