import { join } from 'node:path';
import { checkDocuments, type CheckedDocument } from '../../policy/document/check-documents.ts';
import { inReadingOrder, type Mistake } from '../../policy/document/mistake.ts';
import { readExpectations } from '../../policy/expectations/read-expectations.ts';
import { runTests, type FileResult } from '../../policy/expectations/run-tests.ts';
import { testWorldOf, type TestWorld } from '../../policy/expectations/surroundings.ts';
import type { Agreement } from '../../policy/agreement.ts';
import { gather } from '../gather.ts';
import { readWorld } from '../world.ts';
import { brokenAgreement } from './broken-agreement.ts';

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
export type Tested = SoundFolder | { readonly kind: 'broken'; readonly mistakes: readonly Mistake[] };

/** A folder whose file of parties can be read. */
interface SoundFolder {
  readonly kind: 'valid';
  readonly agreements: FolderResult['agreements'];
  /** Those that have mistakes. */
  readonly broken: readonly CheckedDocument[];
  readonly world: TestWorld;
}

/** Runs files of tests against the agreements of their folder. @throws UsageError when the folder cannot be read */
export async function runFolder(folder: string, files: readonly TestFile[]): Promise<FolderResult> {
  const tested = await readTested(folder);
  if (tested.kind === 'broken') return { results: [], agreements: new Map(), mistakes: tested.mistakes };
  return { results: files.map((file) => runFile(file, tested)), agreements: tested.agreements, mistakes: [] };
}

/** Reads the agreements of a folder that tests are held against. @throws UsageError when it cannot be read */
export async function readTested(folder: string): Promise<Tested> {
  const { documents, partiesPath } = await gather([join(folder, '.')]);
  const read = await readWorld(partiesPath);
  if (read.kind === 'broken') return read;
  const checked = checkDocuments(documents, read.world);
  const sound = checked.filter(({ mistakes }) => mistakes.length === 0);
  const broken = checked.filter(({ mistakes }) => mistakes.length > 0);
  const agreements = new Map(sound.flatMap(({ path, agreement }) => (agreement ? [[path, agreement] as const] : [])));
  return { kind: 'valid', agreements, broken, world: testWorldOf(read.world, [...agreements.values()]) };
}

function runFile({ path, text }: TestFile, { broken, world }: SoundFolder): FileResult {
  const read = readExpectations(path, text);
  if ('mistakes' in read) return notRun(path, '', inReadingOrder(read.mistakes));
  const mistake = brokenAgreement(read, broken);
  return mistake ? notRun(path, read.expectations.agreement, [mistake]) : runTests(read, world);
}

function notRun(file: string, agreement: string, mistakes: readonly Mistake[]): FileResult {
  return { file, agreement, mistakes, tests: [], decided: new Set() };
}
