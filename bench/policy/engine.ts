import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { treatmentOn } from '../../policy/cell.ts';
import type { compileRuleset } from '../../policy/ruleset.ts';

/** The code that compiles and decides. */
export interface Engine {
  readonly compileRuleset: typeof compileRuleset;
  readonly treatmentOn: typeof treatmentOn;
}

/** The code of a checkout of the repository. */
export async function engineOf(folder: string): Promise<Engine> {
  const load = (path: string) => import(pathToFileURL(join(folder, path)).href) as Promise<unknown>;
  const [ruleset, cell] = await Promise.all([load('policy/ruleset.ts'), load('policy/cell.ts')]);
  const { compileRuleset } = ruleset as Pick<Engine, 'compileRuleset'>;
  const { treatmentOn } = cell as Pick<Engine, 'treatmentOn'>;
  return { compileRuleset, treatmentOn };
}
