import type { Known, Listed, NameHeld, NumberHeld, PersonHolding, RecordHolding } from './holding.ts';
import type { Hint } from './normalise/normalised.ts';
import type { PersonNames } from './person/names.ts';

/** What a field states that a selector can be made of. */
export type Stated =
  | {
      readonly is: 'number';
      readonly text: string;
      readonly hint: Hint;
      /** Absent: any kind of its source. */ readonly kind?: string;
    }
  | { readonly is: 'person'; readonly person: PersonNames }
  | { readonly is: 'name'; readonly name: string };

/** Texts that need no country: telephones in E.164, e-mail addresses. */
export function texts(values: Listed<string>): readonly Stated[] {
  return (values ?? []).flatMap((text) => number(text, undefined));
}

/** Numbers with the countries that issued them. */
export function numbers(values: Listed<NumberHeld>): readonly Stated[] {
  return (values ?? []).flatMap(({ number: text, country }) => number(text, country));
}

/** Names of groups and organizations. */
export function names(values: Listed<string>): readonly Stated[] {
  return (values ?? []).map((name) => ({ is: 'name', name }));
}

/** Both accounts of every transfer. */
export function transfers({ financial }: RecordHolding): readonly Stated[] {
  return texts(
    (financial?.transactions ?? []).flatMap(({ fromAccount, toAccount }) =>
      [fromAccount ?? [], toAccount ?? []].flat(),
    ),
  );
}

/** What a record names, each of its own kind. */
export function identifiers({ identifiers: listed }: RecordHolding): readonly Stated[] {
  return (listed ?? []).flatMap(({ kind, value, country }) =>
    number(value, country).map((stated) => ({ ...stated, kind: kind ?? '' })),
  );
}

/** A surname with the first names, in its own script and romanised. */
export function fullNames(surnames: Listed<NameHeld>, { firstNames, dateOfBirth }: PersonHolding): readonly Stated[] {
  return (surnames ?? []).flatMap((surname) => persons(surname, firstNames, dateOfBirth));
}

/** Names that stand for the whole of one: aliases, religious names. */
export function wholeNames(listed: Listed<NameHeld>, { dateOfBirth }: PersonHolding): readonly Stated[] {
  return (listed ?? []).flatMap((name) => persons(name, undefined, dateOfBirth));
}

function number(text: Known<string>, country: Known<string>): readonly (Stated & { readonly is: 'number' })[] {
  return text ? [{ is: 'number', text, hint: country ? { country } : {} }] : [];
}

/** As it is written, and romanised where that is something else. */
function persons(surname: NameHeld, firstNames: Known<NameHeld>, dateOfBirth: Known<string>): readonly Stated[] {
  const first = [firstNames?.original ?? firstNames?.romanized, firstNames?.romanized ?? firstNames?.original] as const;
  const written = person(surname.original, first[0], dateOfBirth);
  const isSame = surname.romanized === surname.original && first[1] === first[0];
  return isSame ? written : [...written, ...person(surname.romanized, first[1], dateOfBirth)];
}

function person(surname: Known<string>, firstNames: Known<string>, dateOfBirth: Known<string>): readonly Stated[] {
  if (!surname) return [];
  const person = { surname, firstNames: firstNames ?? undefined, dateOfBirth: dateOfBirth ?? undefined };
  return [{ is: 'person', person }];
}
