import type { Explanation, Question } from './explain.ts';

/** What would have to be otherwise for a closed field to be shown: each line is one way. */
export function changesFor({ cell, speaking, quiet }: Explanation, question: Question): readonly string[] {
  if (cell.disclosure !== 'CLOSED') return [];
  const { originator, coordinate, recipient, purpose } = question;
  const closed = cell.reason === 'WITHHELD_BY_CLAUSE' ? speaking.filter(({ effect }) => effect === 'withhold') : [];
  const without = closed.length > 0 ? [`without ${closed.map(({ id }) => id).join(' and ')}`] : [];
  const shares = quiet.filter(({ effect, disclosure }) => effect === 'share' && disclosure === 'FULL');
  const ways = shares.map(
    ({ id, gaps }) => [...gaps.map(({ change }) => change), ...without].join(', and ') + ` (${id})`,
  );
  const shared =
    closed.length > 0 && speaking.some(({ effect, disclosure }) => effect === 'share' && disclosure === 'FULL');
  const clause = `a clause of ${originator} that shares \`${coordinate}\` with ${recipient.agency} for ${purpose.area}/${purpose.use}`;
  return [...ways, [...(shared ? [] : [clause]), ...without].join(', ')];
}
