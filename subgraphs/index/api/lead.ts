import { Arg, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { SELECTOR_SOURCES } from '../../../schema/selectors.ts';
import { DateTime } from '../../kit/date-time.ts';
import { PageInfo } from '../../kit/page-info.ts';
import { INDEX_ERRORS, refuse } from '../errors.ts';
import type { LeadAnswer, LeadEvent as Event, SeenLead } from '../leads/lead.ts';
import type { IndexRequest } from '../request.ts';
import { MOST_OF_A_CHECK, checkSelectors } from '../search/checks.ts';
import type { Sought } from '../search/sought.ts';
import { Agency } from './agency.ts';
import { CaseHit } from './hits.ts';
import { DeclineReason, LeadEvent, LeadOutcome, LeadRule, LeadStatus } from './lead-enums.ts';
import { ReadsNothing } from './reads.ts';
import { REFERENCES, type Reference } from './references.ts';

const LISTED = '@listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)';
const FIRST = 10;

@ObjectType({ simpleResolvers: true, description: 'What another agency has said of what the two have in common.' })
class LeadFeedback {
  @Field(() => LeadStatus, { description: 'How it stands there.' })
  readonly status!: string;

  @Field(() => DeclineReason, { nullable: true, description: 'Why it was declined.' })
  readonly reason!: string | null;

  @Field(() => LeadOutcome, { nullable: true, description: 'What came of it.' })
  readonly outcome!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When that was said.' })
  readonly answeredAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Something that happened to a lead.' })
class LeadEntry {
  @Field(() => ID, { description: 'What it is known by.' })
  readonly id!: string;

  @Field(() => DateTime, { description: 'When.' })
  readonly at!: string;

  @Field(() => LeadEvent, { description: 'What.' })
  readonly event!: string;

  @Field(() => Agency, { description: 'Whose doing it was.' })
  readonly agency!: Agency;

  @Field(() => String, { nullable: true, description: 'The officer, of the viewer’s own agency.' })
  readonly officer!: string | null;

  @Field(() => DeclineReason, { nullable: true, description: 'Why it was declined.' })
  readonly reason!: string | null;

  @Field(() => LeadOutcome, { nullable: true, description: 'What came of it.' })
  readonly outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'What was remarked; it stays within the agency that did.' })
  readonly remark!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'What one agency wrote to another, and where it goes.' })
export class Tip {
  readonly #seen: SeenLead;
  readonly #request: IndexRequest;

  constructor(seen: SeenLead, request: IndexRequest) {
    this.#seen = seen;
    this.#request = request;
  }

  @Field(() => Agency, { description: 'Who entered it.' })
  from(): Agency {
    return new Agency(this.#seen.contributor);
  }

  @Field(() => Agency, { description: 'For whom.' })
  to(): Agency {
    return new Agency(this.#seen.agency);
  }

  @Field(() => String, { description: 'The area of crime that it is about.' })
  area(): string {
    return this.#seen.area!;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What it says, in the words of who entered it; absent when it has been closed for thirty days.',
  })
  text(): string | null {
    return this.#seen.words;
  }

  @Directive(LISTED)
  @Field(() => [CaseHit], {
    nullable: 'items',
    description: 'Cases of the viewer’s own agency to which its selectors lead; none for who entered it.',
  })
  async cases(
    @ReadsNothing
    @Arg('first', () => Int, {
      description: `How many at most: 0 to ${MOST_OF_A_CHECK}.`,
      defaultValue: FIRST,
      nullable: true,
    })
    first: number | null,
  ): Promise<readonly CaseHit[]> {
    const most = first ?? FIRST;
    if (most < 0 || most > MOST_OF_A_CHECK)
      refuse(INDEX_ERRORS.BAD_PAGE, `\`first\` of a tip’s cases is not from 0 to ${MOST_OF_A_CHECK}`);
    const { agency, sought } = this.#seen;
    if (agency !== this.#request.caller.viewer.agency || !Array.isArray(sought) || sought.length === 0) return [];
    const checked = await checkSelectors('Case', sought as readonly Sought[], this.#request, [agency]);
    const hits = new Map(checked.flatMap((one) => one.hits).map((hit) => [hit.id, hit]));
    return [...hits.values()].slice(0, most).map((hit) => new CaseHit(hit, this.#request));
  }
}

@ObjectType({ simpleResolvers: true, description: 'A reason for an agency to look at something.' })
export class Lead {
  readonly #seen: SeenLead;
  readonly #request: IndexRequest;

  @Field(() => ID, { description: 'What it is known by.' })
  readonly id: string;

  @Field(() => LeadRule, { description: 'Why there is one.' })
  readonly rule: string;

  @Field(() => LeadStatus, { description: 'How it stands.' })
  readonly status: string;

  @Field(() => [String], { description: 'Where it goes: the districts of the agency’s own case, or that of the tip.' })
  readonly districts: readonly string[];

  @Field(() => [String], { description: 'Of `NEW_DISTRICT`: where the other case is, and no own case on the target.' })
  readonly newDistricts: readonly string[];

  @Field(() => DeclineReason, { nullable: true, description: 'Why it was declined.' })
  readonly reason: string | null;

  @Field(() => LeadOutcome, { nullable: true, description: 'What came of it.' })
  readonly outcome: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered last.' })
  readonly answeredAt: string | null;

  @Field(() => [LeadFeedback], { description: 'What the other agency has said of what the two cases have in common.' })
  readonly feedback: readonly LeadAnswer[];

  constructor(seen: SeenLead, request: IndexRequest) {
    this.#seen = seen;
    this.#request = request;
    this.id = seen.id;
    this.rule = seen.rule;
    this.status = seen.status;
    this.districts = seen.districts;
    this.newDistricts = seen.newDistricts;
    this.reason = seen.reason;
    this.outcome = seen.outcome;
    this.answeredAt = seen.answeredAt;
    this.feedback = seen.feedback.map((answer) => ({ ...answer, answeredAt: instant(answer.answeredAt) }));
  }

  @Field(() => REFERENCES.Case, { nullable: true, description: 'The agency’s own case; absent for a tip.' })
  case(): Reference | null {
    const { agency, ownCase } = this.#seen;
    const entry = this.#request.agencies.find(({ code }) => code === agency);
    return entry && ownCase !== null ? { __typename: `${entry.prefix}Case`, id: ownCase } : null;
  }

  @Field(() => CaseHit, {
    nullable: true,
    description:
      'The other agency’s case, as far as agreements disclose it; absent for a tip, and where the gateway, asking again, finds it withheld.',
  })
  other(): CaseHit | null {
    const { other } = this.#seen;
    return other ? new CaseHit(other, this.#request) : null;
  }

  @Field(() => [ID], { description: 'Where in the other case what the two have in common stands: `Person.phones`.' })
  sharedBy(): readonly string[] {
    const { sources } = this.#seen;
    return SELECTOR_SOURCES.filter(({ number }) => sources.includes(number)).map(({ coordinate }) => coordinate);
  }

  @Field(() => Tip, { nullable: true, description: 'What was entered; absent for a lead that was found.' })
  tip(): Tip | null {
    return this.#seen.rule === 'TIP' ? new Tip(this.#seen, this.#request) : null;
  }

  @Field(() => [LeadEntry], { description: 'What happened to it, in order.' })
  history(): readonly LeadEntry[] {
    const own = this.#request.caller.viewer.agency;
    return this.#seen.history.map((entry) => shown(entry, own));
  }
}

/** Across agencies, an agency is named; who acted there, and what was remarked, stays with it. */
function shown({ agency, officer, remark, at, ...rest }: Event, own: string): LeadEntry {
  const isOwn = agency === own;
  return {
    ...rest,
    at: instant(at)!,
    agency: new Agency(agency),
    officer: isOwn ? officer : null,
    remark: isOwn ? remark : null,
  };
}

/** PostgreSQL's JSON writes instants in its own way. */
function instant(text: string | null): string | null {
  return text && new Date(text).toISOString();
}

@ObjectType({ simpleResolvers: true, description: 'A lead, and its place in the list.' })
class LeadEdge {
  @Field(() => String, { description: 'The place. It is good as long as the lead may be seen.' })
  readonly cursor!: string;

  @Field(() => Lead, { nullable: true, description: 'The lead.' })
  readonly node!: Lead;
}

@ObjectType({ simpleResolvers: true, description: 'A page of leads, the newest first (Relay).' })
export class LeadConnection {
  @Field(() => [LeadEdge], { description: 'The leads of this page, in order.' })
  readonly edges!: readonly LeadEdge[];

  @Field(() => PageInfo, { description: 'Where this page lies.' })
  readonly pageInfo!: PageInfo;
}
