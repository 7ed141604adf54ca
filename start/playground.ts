// `npm run playground`: makes the pages of the playground, for an image in which development's packages are then left out.
// With `-- --watch` it makes them anew whenever a source changes.
import { watch } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeBundle } from '../gateway/playground/bundle.ts';

const SOURCES = fileURLToPath(new URL('../gateway/playground', import.meta.url));
/** An editor writes a file in several steps. */
const SETTLING_MILLISECONDS = 100;

async function make(): Promise<boolean> {
  const started = performance.now();
  try {
    const { files } = await makeBundle();
    console.log(`${files.length} files in ${Math.round(performance.now() - started)} ms`);
    return true;
  } catch (error) {
    console.error((error as Error).message);
    return false;
  }
}

async function makeAlways(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let made = make();
  for await (const _change of watch(SOURCES, { recursive: true })) {
    clearTimeout(timer);
    timer = setTimeout(() => void (made = made.then(make)), SETTLING_MILLISECONDS);
  }
}

if (process.argv.includes('--watch')) await makeAlways();
else if (!(await make())) process.exitCode = 1;
