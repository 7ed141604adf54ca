import type { AssembledLink } from '../../../../profile/told.ts';
import { scoreInWords } from './summary.ts';
import { coordinateName, selectorName } from './words.ts';

/** What two have in common, where that is shown, and what it would tell by itself. */
export function reasonInWords({ kind, coordinates, score }: AssembledLink['reasons'][number]): string {
  const where = coordinates.map((coordinate) => coordinateName(coordinate).toLowerCase()).join(', ');
  const shown = coordinates.length > 0 ? ` (in ${where})` : '';
  return `They have a ${selectorName(kind)} in common${shown}: ${scoreInWords(score)} by itself.`;
}
