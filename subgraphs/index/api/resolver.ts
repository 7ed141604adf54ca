import { Arg, Args, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { PAGED } from '../../kit/paged.ts';
import type { Family } from '../columns.ts';
import type { IndexContext } from '../request.ts';
import { searchPage } from '../search/connection.ts';
import {
  CaseConnection,
  LiaisonContactConnection,
  RecordConnection,
  connectionOf,
  type Connection,
} from './connections.ts';
import { MOST_CHECKED, SelectorCheck, SelectorSought, checksOf } from './checks.ts';
import { CaseHit, LiaisonContactHit, RecordHit, referenceOf } from './hits.ts';
import { ReadsNothing } from './reads.ts';
import { REFERENCES, type Reference } from './references.ts';
import { TargetProfile, TargetSought, targetProfile } from './target-profile.ts';
import { CaseArgs, LiaisonContactArgs, RecordArgs, argumentsOf } from './search-arguments.ts';

const ITS_ID = { description: 'Its identifier.' };
const SEARCHED = 'What a clause only says to exist, or to have a contact, answers a filter, not a listing.';

/** How many members a profile has, where nobody says. */
const MEMBERS = 50;

/** It takes some queries of its own. */
const PROFILED = '@cost(weight: 50)';

/** The index's root fields. */
@Resolver()
export class IndexResolver {
  @Directive(PAGED)
  @Query(() => RecordConnection, {
    description: `Records of all agencies, as far as agreements disclose them. ${SEARCHED}`,
  })
  async records(
    @Args(() => RecordArgs) args: RecordArgs,
    @Ctx() { index }: IndexContext,
  ): Promise<Connection<RecordHit>> {
    const page = await searchPage('Record', argumentsOf(args, args.orderBy), index);
    return connectionOf(page, (hit) => new RecordHit(hit, index));
  }

  @Directive(PAGED)
  @Query(() => CaseConnection, {
    description: `Cases of all agencies, as far as agreements disclose them. ${SEARCHED}`,
  })
  async cases(@Args(() => CaseArgs) args: CaseArgs, @Ctx() { index }: IndexContext): Promise<Connection<CaseHit>> {
    const page = await searchPage('Case', argumentsOf(args, args.orderBy), index);
    return connectionOf(page, (hit) => new CaseHit(hit, index));
  }

  @Directive(PAGED)
  @Query(() => LiaisonContactConnection, { description: `Whom to call at the agencies, as far as agreements tell.` })
  async liaisonContacts(
    @Args(() => LiaisonContactArgs) args: LiaisonContactArgs,
    @Ctx() { index }: IndexContext,
  ): Promise<Connection<LiaisonContactHit>> {
    const page = await searchPage('LiaisonContact', argumentsOf(args), index);
    return connectionOf(page, (hit) => new LiaisonContactHit(hit, index));
  }

  @Directive(`@listSize(assumedSize: ${MOST_CHECKED})`)
  @Query(() => [SelectorCheck], {
    description:
      `What many selectors lead to, each by itself, in the order in which they are given: at most ${MOST_CHECKED}. ` +
      `Each is a search, and counts as one.`,
  })
  selectorChecks(
    @Arg('selectors', () => [SelectorSought], { description: 'The selectors.' }) selectors: SelectorSought[],
    @Ctx() { index }: IndexContext,
  ): readonly SelectorCheck[] {
    return checksOf(selectors, index);
  }

  @Directive(PROFILED)
  @Query(() => TargetProfile, {
    description:
      'What all agencies hold on one person, group or organization, as far as agreements disclose it: who may be one and ' +
      'the same, and why. It is a search, and counts as one.',
  })
  targetProfile(
    @Arg('of', () => TargetSought, { description: 'Of whom.' }) of: TargetSought,
    @ReadsNothing
    @Arg('first', () => Int, {
      description: 'How many members at most: 0 to 200.',
      defaultValue: MEMBERS,
      nullable: true,
    })
    first: number | null,
    @Ctx() { index }: IndexContext,
  ): Promise<TargetProfile> {
    return targetProfile(of, first ?? MEMBERS, index);
  }

  @Query(() => REFERENCES.Record, {
    nullable: true,
    description: 'A record; absent where agreements do not disclose it.',
  })
  record(
    @ReadsNothing @Arg('id', () => ID, ITS_ID) id: string,
    @Ctx() context: IndexContext,
  ): Promise<Reference | null> {
    return disclosed('Record', id, context);
  }

  @Query(() => REFERENCES.Case, { nullable: true, description: 'A case; absent where agreements do not disclose it.' })
  case(@ReadsNothing @Arg('id', () => ID, ITS_ID) id: string, @Ctx() context: IndexContext): Promise<Reference | null> {
    return disclosed('Case', id, context);
  }

  @Query(() => REFERENCES.LiaisonContact, {
    nullable: true,
    description: 'A liaison contact; absent where agreements do not disclose it.',
  })
  liaisonContact(
    @ReadsNothing @Arg('id', () => ID, ITS_ID) id: string,
    @Ctx() context: IndexContext,
  ): Promise<Reference | null> {
    return disclosed('LiaisonContact', id, context);
  }
}

/** INVARIANT: what is hidden and what is not there give the same null. */
export async function disclosed(family: Family, id: string, { index }: IndexContext): Promise<Reference | null> {
  const hit = await index.disclosed[family].load(id);
  return hit && referenceOf(hit, index);
}
