import { existsSync, readdirSync } from 'node:fs';

/** What the first start says at once, for it is silent for a while afterwards. */
const FIRST_START =
  'Making keys, signing the sample agreements and filling databases: the first start takes some seconds …';

/** Says so where nothing has been made yet. On standard error: the first line of the output is for programs. */
export function tellFirstStart(home: string): void {
  if (!existsSync(home) || readdirSync(home).length === 0) console.error(FIRST_START);
}
