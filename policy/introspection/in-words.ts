import type { ClauseId } from '../clause-id.ts';
import type { Told } from './visible.ts';

/** A field's description, and after it who discloses the field to the viewer, under which clauses, and who never does. */
export function described(description: string | null | undefined, told: readonly Told[]): string {
  const shown = told.filter(({ shownBy }) => shownBy.length > 0);
  const kept = told.filter(({ shownBy, keptBy }) => shownBy.length === 0 && keptBy.length > 0);
  const silent = told.filter(({ shownBy, keptBy }) => shownBy.length === 0 && keptBy.length === 0);
  const sentences = [
    ...(shown.length > 0 ? [`Disclosed by: ${listed(shown, 'under', ({ shownBy }) => shownBy)}.`] : []),
    ...(kept.length > 0 ? [`Withheld on every row: ${listed(kept, 'by', ({ keptBy }) => keptBy)}.`] : []),
    ...(silent.length > 0 ? [`No clause in force discloses it from: ${originators(silent).join(', ')}.`] : []),
  ];
  return [...(description ? [description] : []), sentences.join(' ')].join('\n\n');
}

function listed(told: readonly Told[], word: string, clausesOf: (told: Told) => readonly ClauseId[]): string {
  return originators(told)
    .map((originator) => {
      const clauses = told.filter((of) => of.originator === originator).flatMap(clausesOf);
      return `${originator} ${word} ${[...new Set(clauses)].sort().join(', ')}`;
    })
    .join('; ');
}

function originators(told: readonly Told[]): readonly string[] {
  return [...new Set(told.map(({ originator }) => originator))].sort();
}
