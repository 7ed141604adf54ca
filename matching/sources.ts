import { SELECTOR_SOURCES, type SelectorSource } from '../schema/selectors.ts';
import type {
  GroupHolding,
  Holding,
  OrganizationHolding,
  PersonHolding,
  RecordHolding,
  SubjectHolding,
} from './holding.ts';
import { fullNames, identifiers, names, numbers, texts, transfers, wholeNames, type Stated } from './stated.ts';

/** What a record, a case or a subject states at one source. */
export interface StatedAt {
  readonly source: SelectorSource;
  readonly stated: readonly Stated[];
}

/** Everything that a record, a case or a subject states, source by source. */
export function statedBy(holding: Holding | SubjectHolding): readonly StatedAt[] {
  switch (holding.type) {
    case 'Record':
      return at(IN_RECORD, holding);
    case 'Case':
      return [];
    case 'Person':
      return at(IN_PERSON, holding);
    case 'Group':
      return at(IN_GROUP, holding);
    case 'Organization':
      return at(IN_ORGANIZATION, holding);
  }
}

/** By the number of the source, how it is read. INVARIANT: a test compares them with `SELECTOR_SOURCES`. */
type Fields<Held> = Readonly<Record<number, (held: Held) => readonly Stated[]>>;

const IN_PERSON: Fields<PersonHolding> = {
  1: ({ phones }) => texts(phones),
  2: ({ emails }) => texts(emails),
  3: ({ passports }) => numbers(passports),
  4: ({ otherIdentityDocuments }) => numbers(otherIdentityDocuments),
  5: (person) => fullNames(person.surname && [person.surname], person),
  6: (person) => wholeNames(person.aliases, person),
  7: (person) => fullNames(person.formerNames, person),
  8: (person) => wholeNames(person.otherNames, person),
  9: (person) =>
    wholeNames(
      person.alternativeSpellings?.map((original) => ({ original })),
      person,
    ),
};

const IN_GROUP: Fields<GroupHolding> = {
  10: (group) => names(group.names),
  11: ({ accounts }) => numbers(accounts),
};

const IN_ORGANIZATION: Fields<OrganizationHolding> = {
  12: (organization) => names(organization.names),
  13: ({ registrations }) => numbers(registrations),
  14: ({ accounts }) => numbers(accounts),
};

const IN_RECORD: Fields<RecordHolding> = {
  15: ({ intercept }) => texts(intercept?.line ? [intercept.line] : []),
  16: ({ financial }) => numbers(financial?.accounts),
  17: transfers,
  18: identifiers,
};

function at<Held>(fields: Fields<Held>, held: Held): readonly StatedAt[] {
  return SELECTOR_SOURCES.flatMap((source) => {
    const stated = fields[source.number]?.(held) ?? [];
    return stated.length > 0 ? [{ source, stated }] : [];
  });
}
