import { Arg, Args, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { isRandomId } from '../../../policy/random-id.ts';
import { purposes, selfAndWider } from '../../../schema/purposes.ts';
import { PAGED } from '../../kit/paged.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import { actOnLead, type LeadAct } from '../leads/act.ts';
import { enterTip } from '../leads/enter.ts';
import { LEAD_ERRORS } from '../leads/errors.ts';
import { findLead, listLeads } from '../leads/read.ts';
import type { IndexContext, IndexRequest } from '../request.ts';
import { originatorsAmong } from '../search/term.ts';
import { isText } from '../text.ts';
import {
  ActArgs,
  DeclineArgs,
  EnterArgs,
  LeadArgs,
  WorkArgs,
  actIn,
  tipIn,
  type LeadFilter,
} from './lead-arguments.ts';
import { Lead, LeadConnection } from './lead.ts';
import { ReadsNothing } from './reads.ts';

const USE = 'investigation';
const MOST = 100;
const FIRST = 20;
const MOST_DISTRICT_CHARACTERS = 200;

/** It looks at two cases and at what they have in common, for each lead. */
const WEIGHT = '@cost(weight: 10)';
const ASKED = 'Only for the use `investigation`.';

/** What viewers ask of leads, and say of them. Each mutation is done whole or not at all, and once. */
@Resolver()
export class LeadResolver {
  @Directive(PAGED)
  @Directive(WEIGHT)
  @Query(() => LeadConnection, {
    nullable: true,
    description: `Leads of the viewer’s agency, as far as agreements in force show what they lead to; the newest first. ${ASKED}`,
  })
  async leads(@Args(() => LeadArgs) args: LeadArgs, @Ctx() context: IndexContext): Promise<LeadConnection> {
    const request = askedFor(context);
    const [first, after] = [args.first ?? FIRST, args.after ?? undefined];
    if (first < 0 || first > MOST) refuse(INDEX_ERRORS.BAD_PAGE, `\`first\` is not from 0 to ${MOST}`);
    if (after !== undefined && !isRandomId(after)) return badCursor();
    const page = { after, most: first + 1 };
    const seen = (await listLeads(request, filterOf(args.filter, request), page)) ?? badCursor();
    const edges = seen.slice(0, first).map((one) => ({ cursor: one.id, node: new Lead(one, request) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: seen.length > first,
        hasPreviousPage: after !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  @Directive(WEIGHT)
  @Query(() => Lead, {
    nullable: true,
    description: `A lead; absent where no agreement in force shows what it leads to. ${ASKED}`,
  })
  async lead(
    @ReadsNothing @Arg('id', () => ID, { description: 'What it is known by.' }) id: string,
    @Ctx() context: IndexContext,
  ): Promise<Lead | null> {
    return leadOf(id, askedFor(context));
  }

  @Mutation(() => Lead, { nullable: true, description: `Tells another agency something. ${ASKED}` })
  async enterLead(@Args(() => EnterArgs) args: EnterArgs, @Ctx() context: IndexContext): Promise<Lead | null> {
    const request = askedFor(context);
    return leadOf(await enterTip(request, tipIn(args, request)), request);
  }

  @Mutation(() => Lead, { nullable: true, description: `Says that the agency takes a lead up. ${ASKED}` })
  acceptLead(@Args(() => ActArgs) args: ActArgs, @Ctx() context: IndexContext): Promise<Lead | null> {
    return act(args, { event: 'ACCEPTED' }, context);
  }

  @Mutation(() => Lead, { nullable: true, description: `Says that the agency does not, and why. ${ASKED}` })
  declineLead(@Args(() => DeclineArgs) args: DeclineArgs, @Ctx() context: IndexContext): Promise<Lead | null> {
    return act(args, { event: 'DECLINED', reason: args.reason }, context);
  }

  @Mutation(() => Lead, { nullable: true, description: `Says what came of a lead that was accepted. ${ASKED}` })
  workLead(@Args(() => WorkArgs) args: WorkArgs, @Ctx() context: IndexContext): Promise<Lead | null> {
    return act(args, { event: 'WORKED', outcome: args.outcome }, context);
  }
}

async function act(args: ActArgs, what: LeadAct, context: IndexContext): Promise<Lead | null> {
  const request = askedFor(context);
  const { id, lead, remark } = actIn(args);
  await actOnLead(request, { id, lead, remark, act: what });
  return leadOf(lead, request);
}

async function leadOf(id: string, request: IndexRequest): Promise<Lead | null> {
  const seen = isRandomId(id) ? await findLead(request.database, request, id) : undefined;
  return seen ? new Lead(seen, request) : null;
}

/** @throws DeclaredError `NOT_FOR_LEADS` */
function askedFor({ index }: IndexContext): IndexRequest {
  const use = index.caller.purpose?.use;
  if (use !== undefined && selfAndWider(purposes.uses, use).includes(USE)) return index;
  return refuse(LEAD_ERRORS.NOT_FOR_LEADS, `the purpose does not say \`use=${USE}\``);
}

/** @throws DeclaredError `BAD_FILTER` */
function filterOf(filter: LeadFilter | null | undefined, { agencies }: IndexRequest) {
  const { status, rules, district, originators, entered } = filter ?? {};
  if (typeof district === 'string' && !isText(district, MOST_DISTRICT_CHARACTERS))
    refuse(INDEX_ERRORS.BAD_FILTER, '`district` is a text that is too long or broken');
  return {
    status: status ?? undefined,
    rules: rules ?? undefined,
    district: district ?? undefined,
    originators: originators ? originatorsAmong(agencies, { originators }) : undefined,
    entered: entered ?? false,
  };
}

function badCursor(): never {
  return refuse(INDEX_ERRORS.BAD_CURSOR, 'the cursor was not given out for this list');
}
