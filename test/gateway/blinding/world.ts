import { openPointers, type Asked, type Pointing } from './pointers.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { agreed } from '../../support/scenario/agreed.ts';
import { useScenario, type Scenario, type ScenarioOptions } from '../../support/scenario/scenario.ts';
import { agencySdl, compose, hubSdl } from '../../support/toy-federation.ts';
import type { BlindingKeys } from '../../../matching/blinding-keys.ts';

const CODES = ['DEA', 'ICE'];

/** Everything that a search by selectors reads is open between the two. */
export const AGREEMENT = agreed(CODES, [
  {
    id: 'all',
    share: {
      from: CODES,
      to: CODES,
      categories: ['RECORD_SUMMARY', 'PERSONAL_IDENTITY', 'CONTACT_DETAILS', 'COMMUNICATIONS_INTERCEPT', 'FINANCIAL'],
    },
  },
]);

/** A hub whose searches are by selectors in every way in which an input can be given. */
export const HUB = hubSdl(agenciesOf(CODES))
  .replace(
    'records(filter: RecordFilter,',
    `tell(phone: String! @readsNothing @blinded(as: "PHONE"), note: String @readsNothing): String
     selectorChecks(selectors: [SelectorSought!]!): [SelectorChecked!]!
     records(filter: RecordFilter, also: [RecordFilter!], phones: [String!] ${oneOf('Person.phones')} @blinded(as: "PHONE"),`,
  )
  .replace(
    'input RecordFilter {',
    `input PersonSought {
       surname: String @reads(coordinate: "Person.surname")
       firstNames: String @reads(coordinate: "Person.firstNames")
       dateOfBirth: String @reads(coordinate: "Person.dateOfBirth")
       sealed: String @inaccessible @readsNothing
     }
     input SelectorSought {
       phone: String ${oneOf('Person.phones', 'WiretapIntercept.line')} @blinded(as: "PHONE")
       email: String ${oneOf('Person.emails')} @blinded(as: "EMAIL")
       person: PersonSought @blinded(as: "NAME_AND_BIRTH")
     }
     type SelectorChecked {
       recordCount: Int!
       records(first: Int @readsNothing): [RecordHit]!
       caseCount: Int!
       cases(first: Int @readsNothing): [CaseHit]!
     }
     type CaseHit {
       disclosure: Disclosure!
       originator: Agency!
       contact: LiaisonContact
       case: Case
       labels(names: [String!]!): Labels @inaccessible
     }
     input RecordFilter {
       phone: String ${oneOf('Person.phones', 'WiretapIntercept.line')} @blinded(as: "PHONE")
       email: String ${oneOf('Person.emails')} @blinded(as: "EMAIL")
       plate: String ${oneOf('Record.identifiers')} @blinded(as: "PLATE")
       account: String ${oneOf('Group.accounts', 'Organization.accounts')} @blinded(as: "ACCOUNT")
       person: PersonSought @blinded(as: "NAME_AND_BIRTH")
       text: String @readsNothing
       either: [RecordFilter!]`,
  );

export const SUPERGRAPH = compose({
  index: HUB,
  ...Object.fromEntries(agenciesOf(CODES).map((agency) => [agency.code, agencySdl(agency)])),
});

function oneOf(...coordinates: readonly string[]): string {
  return `@readsOneOf(coordinates: ${JSON.stringify(coordinates)})`;
}

/** Keys of two epochs, as while a key is replaced. */
export const KEYS: BlindingKeys = {
  current: 2,
  epochs: new Map([
    [1, new Uint8Array(32).fill(1)],
    [2, new Uint8Array(32).fill(2)],
  ]),
};

/** A world whose index is a test's own. */
export interface BlindingWorld {
  readonly scenario: Scenario;
  /** What the index was asked since this was last called. */
  asked(): readonly Asked[];
}

/** Gives a suite a gateway in front of an index that finds what the test says, and tells what it was asked. */
export function useBlindingWorld(
  options: Partial<ScenarioOptions> = {},
  keys: BlindingKeys | null = KEYS,
  pointing: Partial<Pointing> = {},
): BlindingWorld {
  const asked: Asked[] = [];
  const scenario = useScenario({
    agencies: CODES,
    agreements: [AGREEMENT],
    data: {},
    supergraphSdl: SUPERGRAPH,
    index: () => openPointers(HUB, { leads: () => false, ...pointing, asked: (question) => asked.push(question) }),
    blindingKeys: () => keys ?? undefined,
    ...options,
  });
  return { scenario, asked: () => asked.splice(0) };
}
