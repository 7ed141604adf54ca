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

/** What tests are held against, or what is wrong in the file of parties. */
export type Tested =
  | { readonly kind: 'valid'; readonly agreements: FolderResult['agreements']; readonly world: TestWorld }
  | { readonly kind: 'broken'; readonly mistakes: readonly Mistake[] };

/** Runs files of tests against the agreements of their folder. @throws UsageError when the folder cannot be read */
export async function runFolder(folder: string, files: readonly TestFile[]): Promise<FolderResult> {
  const tested = await readTested(folder);
  if (tested.kind === 'broken') return { results: [], agreements: new Map(), mistakes: tested.mistakes };
  const { agreements, world } = tested;
  return { results: files.map((file) => runFile(file, world)), agreements, mistakes: [] };
}

/** Reads the agreements of a folder that tests are held against. @throws UsageError when it cannot be read */
export async function readTested(folder: string): Promise<Tested> {
  const { documents, partiesPath } = await gather([join(folder, '.')]);
  const read = await readWorld(partiesPath);
  if (read.kind === 'broken') return read;
  const sound = checkDocuments(documents, read.world).filter(({ mistakes }) => mistakes.length === 0);
  const agreements = new Map(sound.flatMap(({ path, agreement }) => (agreement ? [[path, agreement] as const] : [])));
  return { kind: 'valid', agreements, world: testWorldOf(read.world, [...agreements.values()]) };
}

function runFile({ path, text }: TestFile, world: TestWorld): FileResult {
  const read = readExpectations(path, text);
  if (!('mistakes' in read)) return runTests(read, world);
  return { file: path, agreement: '', mistakes: inReadingOrder(read.mistakes), tests: [], decided: new Set() };
}
