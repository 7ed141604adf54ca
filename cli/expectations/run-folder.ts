import { join } from 'node:path';
import { checkDocuments } from '../../policy/document/check-documents.ts';
import { inReadingOrder, type Mistake } from '../../policy/document/mistake.ts';
import { readExpectations } from '../../policy/expectations/read-expectations.ts';
import { runTests, type FileResult } from '../../policy/expectations/run-tests.ts';
import { testWorldOf, type TestWorld } from '../../policy/expectations/surroundings.ts';
import type { Agreement } from '../../policy/agreement.ts';
import { gather } from '../gather.ts';
import { readWorld } from '../world.ts';

/** A file of tests. */
export interface TestFile {
  readonly path: string;
  readonly text: string;
}

/** What became of the tests of one folder. */
export interface FolderResult {
  readonly results: readonly FileResult[];
  /** The agreements of the folder that have no mistakes, by their paths. */
  readonly agreements: ReadonlyMap<string, Agreement>;
  /** In the file of parties. */
  readonly mistakes: readonly Mistake[];
}

/** Runs files of tests against the agreements of their folder. @throws UsageError when the folder cannot be read */
export async function runFolder(folder: string, files: readonly TestFile[]): Promise<FolderResult> {
  const { documents, partiesPath } = await gather([join(folder, '.')]);
  const read = await readWorld(partiesPath);
  if (read.kind === 'broken') return { results: [], agreements: new Map(), mistakes: read.mistakes };
  const sound = checkDocuments(documents, read.world).filter(({ mistakes }) => mistakes.length === 0);
  const agreements = new Map(sound.flatMap(({ path, agreement }) => (agreement ? [[path, agreement] as const] : [])));
  const world = testWorldOf(read.world, [...agreements.values()]);
  return { results: files.map((file) => runFile(file, world)), agreements, mistakes: [] };
}

function runFile({ path, text }: TestFile, world: TestWorld): FileResult {
  const read = readExpectations(path, text);
  if (!('mistakes' in read)) return runTests(read, world);
  return { file: path, agreement: '', mistakes: inReadingOrder(read.mistakes), tests: [], decided: new Set() };
}
