import {
  Arg,
  Ctx,
  Directive,
  Field,
  ID,
  InputType,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  type ClassType,
} from 'type-graphql';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { TEXT_SEARCH } from '../../../schema/text-search.ts';
import type { IndexContext } from '../request.ts';
import { originatorsAmong } from '../search/term.ts';
import { Agency } from './agency.ts';
import { Given } from './given.ts';
import { ReadsNothing } from './reads.ts';

/** As many agencies as offer it, as far as weighing goes. */
const ASSUMED = 12;

/** A search of one agency's records by text, which the agency itself answers; the hub knows only who offers one. */
@Directive('@key(fields: "id")')
@InterfaceType(TEXT_SEARCH, {
  description: "A search of one agency's records and cases by text.",
  autoRegisterImplementations: false,
  resolveType: ({ __typename }: TextSearch) => __typename,
})
abstract class TextSearch {
  readonly __typename!: string;

  @Field(() => ID, { description: "The agency's code." })
  readonly id!: string;

  @Field(() => Agency, { description: 'The agency whose records are searched.' })
  readonly originator!: Agency;
}

@InputType({ description: 'Which agencies are asked.' })
class TextSearchFilter {
  @ReadsNothing
  @Given(() => [String], 'Only these agencies.')
  readonly originators?: string[] | null;
}

/** Leads to the searches by text that agencies offer. */
@Resolver()
export class TextSearchResolver {
  @Directive(`@listSize(assumedSize: ${ASSUMED})`)
  @Query(() => [TextSearch], {
    description:
      'The searches of records by text that agencies offer, each of which its agency answers by its own records: ' +
      'only by what stands in fields that it shows the viewer in full.',
  })
  textSearches(
    @Arg('filter', () => TextSearchFilter, { nullable: true, description: 'Which agencies are asked.' })
    filter: TextSearchFilter | null,
    @Ctx() { index }: IndexContext,
  ): readonly TextSearch[] {
    const wanted = originatorsAmong(index.agencies, { ...filter });
    return index.agencies.filter(({ code, textSearch }) => textSearch && wanted.includes(code)).map(searchOf);
  }
}

/** The types of searches by text, of agencies that offer one: `DeaTextSearch`. */
export function textSearchStubs(agency: AgencyEntry): readonly ClassType[] {
  if (!agency.textSearch) return [];
  const name = agency.prefix + TEXT_SEARCH;
  const known = stubs.get(name) ?? stub(name);
  stubs.set(name, known);
  return [known];
}

/** How references to them are resolved, by type. */
export function textSearchReferences(agencies: readonly AgencyEntry[]): Readonly<Record<string, object>> {
  const offering = agencies.filter(({ textSearch }) => textSearch);
  const resolve = ({ id }: { readonly id: string }) => {
    const agency = offering.find(({ code }) => code === id);
    return agency ? searchOf(agency) : null;
  };
  const types = [TEXT_SEARCH, ...offering.map(({ prefix }) => prefix + TEXT_SEARCH)];
  return Object.fromEntries(types.map((type) => [type, { __resolveReference: resolve }]));
}

/** type-graphql keeps every class that it is told of: each is made once. */
const stubs = new Map<string, ClassType>();

function stub(name: string): ClassType {
  @Directive('@key(fields: "id")')
  @ObjectType(name, { implements: TextSearch, simpleResolvers: true })
  class Stub {}
  return Stub;
}

function searchOf({ code, prefix }: AgencyEntry): TextSearch {
  return { __typename: prefix + TEXT_SEARCH, id: code, originator: new Agency(code) };
}
