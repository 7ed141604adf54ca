import { Arg, Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Family } from '../columns.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { IndexRequest } from '../request.ts';
import { MOST_OF_A_CHECK, checkSelectors, type Checked } from '../search/checks.ts';
import type { Hit } from '../search/hit.ts';
import { MOST_COUNTED } from '../search/page.ts';
import { soughtIn, type FilterValues, type Sought } from '../search/sought.ts';
import { CaseHit, RecordHit } from './hits.ts';
import { ReadsNothing } from './reads.ts';
import { selectorFields } from './selector-fields.ts';

const LISTED = '@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)';
const FIRST = 10;
const HOW_MANY = { description: `How many at most: 0 to ${MOST_OF_A_CHECK}.`, defaultValue: FIRST, nullable: true };
const COUNTED = `that number stands for as many, or more.`;

/** How many selectors one operation may check. */
export const MOST_CHECKED = 100;

@InputType({ description: 'One selector: exactly one of these.' })
export class SelectorSought extends selectorFields('Record') {}

/** It is a search of its own, though all of them share a query. */
@Directive('@cost(weight: 5)')
@ObjectType({ simpleResolvers: true, description: 'What one selector of several leads to.' })
export class SelectorCheck {
  readonly #checks: Checks;

  @Field(() => Int, { description: 'Its place among those that were given, from 0.' })
  readonly index: number;

  constructor(index: number, checks: Checks) {
    this.index = index;
    this.#checks = checks;
  }

  @Directive(LISTED)
  @Field(() => [RecordHit], {
    nullable: 'items',
    description:
      'The records, what agrees best first; one is absent where the gateway, asking again, finds it withheld.',
  })
  async records(@ReadsNothing @Arg('first', () => Int, HOW_MANY) first: number | null): Promise<readonly RecordHit[]> {
    return (await this.#hits('Record', first)).map((hit) => new RecordHit(hit, this.#checks.request));
  }

  @Field(() => Int, { description: `How many records there are. No more than ${MOST_COUNTED} are counted: ${COUNTED}` })
  async recordCount(): Promise<number> {
    return (await this.#checked('Record')).count;
  }

  @Directive(LISTED)
  @Field(() => [CaseHit], {
    nullable: 'items',
    description: 'The cases, what agrees best first; one is absent where the gateway, asking again, finds it withheld.',
  })
  async cases(@ReadsNothing @Arg('first', () => Int, HOW_MANY) first: number | null): Promise<readonly CaseHit[]> {
    return (await this.#hits('Case', first)).map((hit) => new CaseHit(hit, this.#checks.request));
  }

  @Field(() => Int, { description: `How many cases there are. No more than ${MOST_COUNTED} are counted: ${COUNTED}` })
  async caseCount(): Promise<number> {
    return (await this.#checked('Case')).count;
  }

  async #checked(family: 'Record' | 'Case'): Promise<Checked> {
    return (await this.#checks.of(family))[this.index]!;
  }

  async #hits(family: 'Record' | 'Case', first: number | null): Promise<readonly Hit[]> {
    const most = first ?? FIRST;
    if (most < 0 || most > MOST_OF_A_CHECK)
      refuse(INDEX_ERRORS.BAD_PAGE, `\`first\` of a check is not from 0 to ${MOST_OF_A_CHECK}`);
    return (await this.#checked(family)).hits.slice(0, most);
  }
}

/** All checks of a field together: each family is searched once, and only if it is asked for. */
class Checks {
  readonly request: IndexRequest;
  readonly #sought: readonly Sought[];
  readonly #checked = new Map<Family, Promise<readonly Checked[]>>();

  constructor(sought: readonly Sought[], request: IndexRequest) {
    this.#sought = sought;
    this.request = request;
  }

  of(family: Family): Promise<readonly Checked[]> {
    const checked = this.#checked.get(family) ?? checkSelectors(family, this.#sought, this.request);
    this.#checked.set(family, checked);
    return checked;
  }
}

/**
 * The checks of these selectors.
 * @throws DeclaredError `BAD_FILTER`
 */
export function checksOf(selectors: readonly object[], request: IndexRequest): readonly SelectorCheck[] {
  if (selectors.length > MOST_CHECKED) refuse(INDEX_ERRORS.BAD_FILTER, `there are more than ${MOST_CHECKED} selectors`);
  const checks = new Checks(selectors.map(onlyOneIn), request);
  return selectors.map((_, index) => new SelectorCheck(index, checks));
}

function onlyOneIn(selector: object): Sought {
  const [only, ...more] = soughtIn(selector as FilterValues);
  return only && more.length === 0
    ? only
    : refuse(INDEX_ERRORS.BAD_FILTER, 'of `selectors`, each must have exactly one field');
}
