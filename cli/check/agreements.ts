import { checkDocuments } from '../../policy/document/check-documents.ts';
import type { Mistake } from '../../policy/document/mistake.ts';
import type { World } from '../../policy/document/world.ts';
import { confirmable } from '../../policy/document/confirmable.ts';
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
      ...(await findingsIn(folder)),
    })),
  );
}

type Findings = Pick<Checked, 'mistakes' | 'warnings'>;

/** When the parties' file is broken, only the shape of agreements can be checked: nobody is known. */
async function findingsIn({ documents, chosen, partiesPath }: Gathered): Promise<Findings> {
  const read = await readWorld(partiesPath);
  if (read.kind === 'valid') {
    const checked = checkDocuments(documents, read.world);
    return {
      mistakes: checked.flatMap(({ path, mistakes }) => (chosen.has(path) ? mistakes : [])),
      warnings: documents.flatMap(({ path, text }) => (chosen.has(path) ? warningsIn(path, text, read.world) : [])),
    };
  }
  const shapes = documents.filter(({ path }) => chosen.has(path)).map(({ path, text }) => readAgreement(path, text));
  const misshapen = shapes.flatMap((shape) => (shape.kind === 'broken' ? shape.mistakes : []));
  return { mistakes: [...read.mistakes, ...misshapen], warnings: [] };
}

function warningsIn(path: string, text: string, world: World): readonly Mistake[] {
  const read = readAgreement(path, text);
  return read.kind === 'valid' ? confirmable(read, world) : [];
}
