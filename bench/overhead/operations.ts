/** One operation of the benchmark: each is a case of its own. */
export interface BenchOperation {
  readonly name: string;
  readonly query: string;
}

const PERSON = `surname { original romanized } firstNames { original romanized } dateOfBirth currentNationalities`;

/** What is asked: of four agencies each time. */
export const OPERATIONS: readonly BenchOperation[] = [
  {
    name: 'flat: 50 records, 8 fields',
    query: `{ records(first: 50) { edges { node { originator { code } record {
      id kind title synopsis crimeAreas program occurredOn recordedOn } } } } }`,
  },
  {
    name: 'nested: 20 records, their cases, the records in those, the subjects of those',
    query: `{ records(first: 20) { edges { node { originator { code } record { id title case { id number title
      records { id title subjects { __typename ... on Person { id ${PERSON} } ... on Group { id names } ... on Organization { id names } } }
      } } } } } }`,
  },
  {
    name: 'conditions: 50 records, fields that depend on the row',
    query: `{ records(first: 50) { edges { node { record { id narrative subjects { ... on Person {
      id circumstances dataSubjectCategory phones emails occupation } } } } } } }`,
  },
  {
    name: 'withheld: 50 records, of 22 fields one is shown',
    query: `{ records(first: 50) { edges { node { record { id title office investigator sourceReliability
      informationReliability handling { releasableTo codes } obtainedFrom { party }
      investigation { reportNumber techniques }
      intercept { line courtOrder court authorizedFrom authorizedUntil sessions { summary transcript } }
      financial { accounts { institution number } transactions { executedOn reference } institutions totalAmount { amount } } } } } } }`,
  },
];
