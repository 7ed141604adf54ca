import type { GraphQLSchema } from 'graphql';
import { FollowedFile } from '../../platform/followed-file.ts';
import { keepLooking } from '../../platform/looking.ts';
import type { Persisted } from './document-of.ts';
import { ListedOperations } from './listed.ts';
import { readManifest } from './manifest.ts';

const LOOK_MILLISECONDS = 200;

/** What is said of a new file: how many operations are listed now, or why those of the old one still are. */
export type ManifestNews = { readonly listed: number } | { readonly mistakes: readonly string[] };

/**
 * The operations that a manifest lists, followed while the gateway runs. A new file that has mistakes changes nothing.
 * @param told hears of every new file
 */
export function manifestFile(path: string, only: boolean, told: (news: ManifestNews) => void): Persisted {
  let file: FollowedFile<Listed> | undefined;
  let end: () => void = () => undefined;
  return {
    only,
    listed: () => file?.value.operations,
    async open(schema) {
      const opened = await open(path, schema, (mistakes) => told({ mistakes }));
      file = opened;
      end = keepLooking(async () => {
        if (await opened.look()) told({ listed: opened.value.count });
      }, LOOK_MILLISECONDS);
    },
    close: () => end(),
  };
}

interface Listed {
  readonly operations: ListedOperations;
  readonly count: number;
}

/** A manifest that lists nothing, since there are mistakes in it. */
class MistakenManifest extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super('the manifest has mistakes');
  }
}

async function open(
  path: string,
  schema: GraphQLSchema,
  mistaken: (mistakes: readonly string[]) => void,
): Promise<FollowedFile<Listed>> {
  const onTrouble = (_path: string, error: unknown) => mistaken(mistakesOf(error));
  try {
    return await FollowedFile.open({ path, read: (text) => read(text, schema), onTrouble });
  } catch (error) {
    throw new Error(`${path} lists no operations:\n  ${mistakesOf(error).join('\n  ')}`, { cause: error });
  }
}

function read(text: string, schema: GraphQLSchema): Listed {
  const manifest = readManifest(text, schema);
  if ('mistakes' in manifest) throw new MistakenManifest(manifest.mistakes);
  const { operations } = manifest;
  return { operations: new ListedOperations(operations), count: operations.length };
}

function mistakesOf(error: unknown): readonly string[] {
  return error instanceof MistakenManifest ? error.mistakes : ['it cannot be read'];
}
