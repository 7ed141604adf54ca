/** One operation of the benchmark: each is a case of its own. */
export interface BenchOperation {
  readonly name: string;
  readonly about: string;
  readonly query: string;
  /** The agreement opens all of it: our answer is stock's. */
  readonly open?: true;
}

const PERSON = `surname { original romanized } firstNames { original romanized } dateOfBirth currentNationalities`;

/** What is asked: of the hub, and of four agencies each time. */
export const OPERATIONS: readonly BenchOperation[] = [
  {
    name: 'flat',
    about: '50 records, 8 fields of each; all of it is shown',
    open: true,
    query: `{ records(first: 50) { edges { node { originator { code } record {
      id kind title synopsis crimeAreas program occurredOn recordedOn } } } } }`,
  },
  {
    name: 'nested',
    about: '20 records, their cases, the records in those, the subjects of those',
    query: `{ records(first: 20) { edges { node { originator { code } record { id title case { id number title
      records { id title subjects { __typename ... on Person { id ${PERSON} } ... on Group { id names } ... on Organization { id names } } }
      } } } } } }`,
  },
  {
    name: 'conditions',
    about: '50 records and their subjects, of which most fields depend on the row',
    query: `{ records(first: 50) { edges { node { record { id narrative subjects { ... on Person {
      id circumstances dataSubjectCategory phones emails occupation } } } } } } }`,
  },
  {
    name: 'withheld',
    about: '50 records, of which the id and the title are shown and 21 fields are not',
    query: `{ records(first: 50) { edges { node { record { id title office investigator sourceReliability
      informationReliability handling { releasableTo codes } obtainedFrom { party }
      investigation { reportNumber techniques }
      intercept { line courtOrder court authorizedFrom authorizedUntil sessions { summary transcript } }
      financial { accounts { institution number } transactions { executedOn reference } institutions totalAmount { amount } } } } } } }`,
  },
];

/** Those that `BENCH_ONLY=flat,nested` names; else all. */
export function chosenOperations(only: string | undefined): readonly BenchOperation[] {
  const names = only?.split(',') ?? OPERATIONS.map(({ name }) => name);
  const chosen = OPERATIONS.filter(({ name }) => names.includes(name));
  if (chosen.length < names.length) {
    throw new Error(
      `BENCH_ONLY knows ${OPERATIONS.map(({ name }) => name).join(', ')}; not all of ${names.join(', ')}`,
    );
  }
  return chosen;
}
