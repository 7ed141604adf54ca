import { dirname } from 'node:path';
import { inReadingOrder, type Mistake } from '../../policy/document/mistake.ts';
import { planTests } from '../../policy/expectations/plan.ts';
import { readExpectations } from '../../policy/expectations/read-expectations.ts';
import { brokenAgreement } from '../expectations/broken-agreement.ts';
import { readTested, type TestFile } from '../expectations/run-folder.ts';
import { gatherTests } from '../expectations/gather-tests.ts';
import type { Checked } from './report.ts';

/** Checks files of tests, and runs none. @throws UsageError when a path does not exist */
export async function checkTests(paths: readonly string[]): Promise<readonly Checked[]> {
  const { files } = await gatherTests(paths);
  return Promise.all(
    files.map(async (file) => ({
      where: dirname(file.path),
      what: 'file of tests',
      files: [file.path],
      warnings: [],
      mistakes: inReadingOrder(await mistakesIn(file)),
    })),
  );
}

async function mistakesIn({ path, text }: TestFile): Promise<readonly Mistake[]> {
  const read = readExpectations(path, text);
  if ('mistakes' in read) return read.mistakes;
  const tested = await readTested(dirname(path));
  if (tested.kind === 'broken') return tested.mistakes;
  const mistake = brokenAgreement(read, tested.broken);
  return mistake ? [mistake] : planTests(read, tested.world).mistakes;
}
