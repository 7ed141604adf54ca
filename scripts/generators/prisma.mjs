import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The Prisma client of a subgraph, from its `prisma/schema.prisma`; nothing for a subgraph without one. */
export function prismaClient(root, subgraph) {
  const schema = join(root, subgraph, 'prisma/schema.prisma');
  if (!existsSync(schema)) return undefined;
  return { output: join(subgraph, 'prisma/generated'), write: (target) => generate(root, schema, target) };
}

/** Prisma writes beside the schema, so it is given a copy. */
async function generate(root, schema, target) {
  const folder = join(dirname(target), 'prisma');
  await mkdir(folder, { recursive: true });
  await cp(schema, join(folder, 'schema.prisma'));
  const cli = join(root, 'node_modules/prisma/build/index.js');
  await promisify(execFile)(process.execPath, [cli, 'generate', '--schema', join(folder, 'schema.prisma')], {
    cwd: folder,
    env: { ...process.env, ...OFFLINE },
  });
  await rename(join(folder, 'generated'), target);
}

/**
 * Generating needs no schema engine, but the CLI wants to download one. /bin/false, not /bin/true: with that one
 * `prisma migrate` would report success having done nothing.
 */
const OFFLINE = { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false', PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
