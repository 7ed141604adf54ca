import { checkDocuments } from '../../policy/document/check-documents.ts';
import type { Mistake } from '../../policy/document/mistake.ts';
import { readAgreement } from '../../policy/document/read-agreement.ts';
import { gatherApart, type Gathered } from '../gather.ts';
import { readWorld } from '../world.ts';
import type { Checked } from './report.ts';

/** Checks agreements, each folder with its own parties. @throws UsageError when a path does not exist or is no agreement */
export async function checkAgreements(paths: readonly string[]): Promise<readonly Checked[]> {
  const gathered = await gatherApart(paths);
  return Promise.all(
    gathered.map(async (folder) => ({
      where: folder.folders.join(', '),
      what: 'agreement',
      files: [...folder.chosen],
      mistakes: await mistakesIn(folder),
    })),
  );
}

/** When the parties' file is broken, only the shape of agreements can be checked: nobody is known. */
async function mistakesIn({ documents, chosen, partiesPath }: Gathered): Promise<readonly Mistake[]> {
  const read = await readWorld(partiesPath);
  if (read.kind === 'valid') {
    return checkDocuments(documents, read.world).flatMap(({ path, mistakes }) => (chosen.has(path) ? mistakes : []));
  }
  const shapes = documents.filter(({ path }) => chosen.has(path)).map(({ path, text }) => readAgreement(path, text));
  return [...read.mistakes, ...shapes.flatMap((shape) => (shape.kind === 'broken' ? shape.mistakes : []))];
}
