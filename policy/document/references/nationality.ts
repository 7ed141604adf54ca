import type { LabelTest } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { suggest } from '../suggest.ts';
import type { Finding } from './rule.ts';

/** Whose nationals a condition can speak of. */
const SIDES = ['originator', 'recipient'];

/** Whether a condition on whose national a person is names one of the two sides of the clause. */
export function nationality(name: string, test: LabelTest, path: Path): readonly Finding[] {
  if (typeof test === 'object') {
    return [{ path, message: `\`${name}\` is of one side`, hint: `write \`${name}: originator\`` }];
  }
  const side = String(test);
  if (SIDES.includes(side)) return [];
  return [{ path, message: `\`${name}\` is never \`${side}\``, hint: suggest(side, SIDES) }];
}
