import { isEnumType } from 'graphql';
import type { Contract } from '../../../schema/contract.ts';
import { SELECTOR_KINDS } from '../../../schema/selectors.ts';
import type { DeconflictionDuty, PurposeScope, Share, Withhold } from '../../agreement.ts';
import type { Path } from '../locate.ts';
import { suggest } from '../suggest.ts';
import { dutiesOf, scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** The words of a clause are words of the contract and of the taxonomies. */
export const vocabulary: Rule = ({ agreement }, around) => [
  ...scopesOf(agreement).flatMap(({ scope, path }) => unknown(wordsOf(scope, around), path)),
  ...dutiesOf(agreement).flatMap(({ duty, path }) => unknown(wordsOfDuty(duty, around), path)),
];

function unknown(words: readonly Words[], path: Path): readonly Finding[] {
  return words.flatMap(({ words = [], at, known, kind }) =>
    words.flatMap((word, index): readonly Finding[] =>
      known.has(word)
        ? []
        : [{ path: [...path, ...at, index], message: `unknown ${kind} \`${word}\``, hint: suggest(word, known) }],
    ),
  );
}

interface Words {
  readonly words: readonly string[] | undefined;
  readonly at: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly kind: string;
}

function wordsOf(scope: Share | Withhold, { contract, purposes }: Surroundings): readonly Words[] {
  const areas = new Set(purposes.areas.keys());
  const uses = new Set(purposes.uses.keys());
  const searches = new Set(purposes.searches.keys());
  const { for: purpose = {} }: { for?: PurposeScope } = scope;
  return [
    { words: scope.records, at: ['records'], known: valuesOf(contract, 'RecordKind'), kind: 'kind of record' },
    {
      words: scope.dataSubjects,
      at: ['dataSubjects'],
      known: valuesOf(contract, 'DataSubjectCategory'),
      kind: 'role of persons',
    },
    { words: scope.categories, at: ['categories'], known: new Set(contract.categories.keys()), kind: 'category' },
    { words: purpose.areas, at: ['for', 'areas'], known: areas, kind: 'crime area' },
    { words: purpose.uses, at: ['for', 'uses'], known: uses, kind: 'use' },
    { words: purpose.searches, at: ['for', 'searches'], known: searches, kind: 'kind of search' },
  ];
}

function wordsOfDuty({ selectors, areas }: DeconflictionDuty, { purposes }: Surroundings): readonly Words[] {
  return [
    { words: selectors, at: ['selectors'], known: new Set(SELECTOR_KINDS), kind: 'kind of selector' },
    { words: areas, at: ['areas'], known: new Set(purposes.areas.keys()), kind: 'crime area' },
  ];
}

/** The values of an enum of the contract; of another type, none. */
export function valuesOf(contract: Contract, type: string): ReadonlySet<string> {
  const found = contract.schema.getType(type);
  return new Set(isEnumType(found) ? found.getValues().map(({ name }) => name) : []);
}
