import { readdir, readFile, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { TESTS_SUFFIX } from '../gather.ts';
import { UsageError } from '../usage.ts';

/** Files of tests that a caller named, and the folders of the agreements that they test. */
export interface GatheredTests {
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly folders: readonly string[];
  /** Agreements that the caller asked about, tested or not: paths as the caller would write them. */
  readonly agreements: readonly string[];
}

/**
 * Gathers tests: those of a folder, one file of tests, or those of one agreement.
 * @throws UsageError when a path does not exist, or is none of these
 */
export async function gatherTests(paths: readonly string[]): Promise<GatheredTests> {
  const named = (await Promise.all(paths.map(filesOf))).flat();
  const tests = [...new Set(named.filter((path) => path.endsWith(TESTS_SUFFIX)))].sort();
  const files = await Promise.all(tests.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
  return {
    files,
    folders: [...new Set(named.map((path) => dirname(path)))],
    agreements: [...new Set(named.map((path) => (path.endsWith(TESTS_SUFFIX) ? agreementOf(path) : path)))],
  };
}

/** The agreement that a file of tests stands beside. */
function agreementOf(path: string): string {
  return `${path.slice(0, -TESTS_SUFFIX.length)}.yaml`;
}

async function filesOf(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`there is no \`${path}\``);
  if (found.isDirectory()) return (await readdir(path)).filter(isYaml).map((name) => join(path, name));
  if (!isYaml(path)) throw new UsageError(`\`${path}\` is no \`.yaml\` file`);
  const file = join(dirname(path), basename(path));
  if (file.endsWith(TESTS_SUFFIX)) return [file];
  const tests = `${file.slice(0, -'.yaml'.length)}${TESTS_SUFFIX}`;
  return existsSync(tests) ? [file, tests] : [file];
}

function isYaml(path: string): boolean {
  return path.endsWith('.yaml') && basename(path) !== 'parties.yaml';
}
