// Writes the files that are generated and committed. With --check it writes nothing, and fails when one is out of date.
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences } from './generators/differences.mjs';
import { prismaClient } from './generators/prisma.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Each has the `output` that it makes (a file or a folder, relative to the root) and writes it to where it is told. */
const generators = [prismaClient(root, 'subgraphs/agency'), prismaClient(root, 'subgraphs/index')].filter(Boolean);

const check = process.argv.includes('--check');
await mkdir(join(root, 'node_modules/.cache'), { recursive: true });
const scratch = await mkdtemp(join(root, 'node_modules/.cache/generate-'));
try {
  for (const [index, { output, write }] of generators.entries()) {
    const fresh = join(scratch, String(index), 'fresh');
    await write(fresh);
    if (check) await compare(output, fresh);
    else await replace(output, fresh);
  }
} finally {
  await rm(scratch, { recursive: true });
}

async function compare(output, fresh) {
  const stale = existsSync(join(root, output)) ? await differences(join(root, output), fresh) : [''];
  for (const file of stale) console.error(`${join(output, file)} is out of date: run \`npm run generate\``);
  if (stale.length) process.exitCode = 1;
}

async function replace(output, fresh) {
  await rm(join(root, output), { recursive: true, force: true });
  await cp(fresh, join(root, output), { recursive: true });
  console.log(output);
}
