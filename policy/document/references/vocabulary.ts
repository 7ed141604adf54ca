import { isEnumType } from 'graphql';
import type { Contract } from '../../../schema/contract.ts';
import type { Share, Withhold } from '../../agreement.ts';
import { didYouMean } from '../suggest.ts';
import { scopesOf, type Finding, type Rule, type Surroundings } from './rule.ts';

/** The words of a scope are words of the contract and of the taxonomy of purposes. */
export const vocabulary: Rule = ({ agreement }, around) =>
  scopesOf(agreement).flatMap(({ scope, path }) =>
    wordsOf(scope, around).flatMap(({ words = [], at, known, kind }) =>
      words.flatMap((word, index): readonly Finding[] =>
        known.has(word)
          ? []
          : [{ path: [...path, ...at, index], message: `unknown ${kind} \`${word}\``, hint: didYouMean(word, known) }],
      ),
    ),
  );

interface Words {
  readonly words: readonly string[] | undefined;
  readonly at: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly kind: string;
}

function wordsOf(scope: Share | Withhold, { contract, purposes }: Surroundings): readonly Words[] {
  const areas = new Set(purposes.areas.keys());
  const uses = new Set(purposes.uses.keys());
  return [
    { words: scope.records, at: ['records'], known: valuesOf(contract, 'RecordKind'), kind: 'kind of record' },
    {
      words: scope.dataSubjects,
      at: ['dataSubjects'],
      known: valuesOf(contract, 'DataSubjectCategory'),
      kind: 'role of persons',
    },
    { words: scope.categories, at: ['categories'], known: new Set(contract.categories.keys()), kind: 'category' },
    { words: scope.for?.areas, at: ['for', 'areas'], known: areas, kind: 'crime area' },
    { words: scope.for?.uses, at: ['for', 'uses'], known: uses, kind: 'use' },
  ];
}

/** The values of an enum of the contract; of another type, none. */
export function valuesOf(contract: Contract, type: string): ReadonlySet<string> {
  const found = contract.schema.getType(type);
  return new Set(isEnumType(found) ? found.getValues().map(({ name }) => name) : []);
}
