import { likeness } from '../../matching/person/likeness.ts';
import type { PersonNames } from '../../matching/person/names.ts';
import { isMasked } from './compare.ts';
import type { Stated } from './stated.ts';

/** How like two members are by their names and dates of birth, from 0 to 1; undefined: they are not shown. */
export type LikenessOf = (from: string, to: string) => number | undefined;

/**
 * Compares members of a profile by what is shown of their names and dates, in clear: what the index, which has no names,
 * cannot do. What is shown in part is not compared.
 */
export function likenessIn(stated: readonly Stated[]): LikenessOf {
  const names = (key: string) =>
    stated.flatMap(({ member, subject }) => (member.key === key && member.kind === 'PERSON' ? namesIn(subject) : []));
  return (from, to) => {
    const others = names(to);
    const all = names(from).flatMap((one) => others.map((other) => likeness(one, other)));
    return all.length > 0 ? Math.floor(Math.max(...all) * 10_000) / 10_000 : undefined;
  };
}

/** As the person writes it, and romanised. */
function namesIn(subject: Stated['subject']): readonly PersonNames[] {
  const { surname, firstNames, dateOfBirth } = subject;
  if (!surname || [surname, firstNames, dateOfBirth].some(isMasked)) return [];
  return (['original', 'romanized'] as const).flatMap((script) => {
    const named = { surname: textIn(surname, script), firstNames: textIn(firstNames, script) };
    return named.surname === undefined
      ? []
      : [{ ...named, dateOfBirth: typeof dateOfBirth === 'string' ? dateOfBirth : undefined }];
  });
}

function textIn(name: unknown, script: 'original' | 'romanized'): string | undefined {
  const text = typeof name === 'object' && name !== null ? (name as Readonly<Record<string, unknown>>)[script] : null;
  return typeof text === 'string' ? text : undefined;
}
