import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { isPlainText } from '../../../policy/plain-text.ts';
import { isRandomId } from '../../../policy/random-id.ts';
import { purposes } from '../../../schema/purposes.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import { refuse } from '../errors.ts';
import type { Tip } from '../leads/enter.ts';
import { LEAD_ERRORS } from '../leads/errors.ts';
import type { LeadRule as Rule } from '../leads/rules.ts';
import type { DeclineReason as Why, LeadOutcome as Came, LeadStatus as Status } from '../leads/lead.ts';
import type { IndexRequest } from '../request.ts';
import { SELECTOR_FIELDS, soughtIn, type FilterValues } from '../search/sought.ts';
import { isText } from '../text.ts';
import { DeclineReason, LeadOutcome, LeadRule, LeadStatus } from './lead-enums.ts';
import { Given } from './given.ts';
import { GroupSought, OrganizationSought, PersonSought } from './names-sought.ts';
import { Blinded, ReadsNothing } from './reads.ts';

const FIRST = 20;
const MOST_SELECTORS = 50;
const MOST_CHARACTERS = 4_000;
const MOST_DISTRICT_CHARACTERS = 100;
const ONCE =
  'A random UUID (version 4) of your choice, your agency’s alone. What comes again under it changes nothing.';
const REMARK = 'What is to be remembered. It stays within your agency.';

@InputType({ description: 'Which leads; everything that is given must hold.' })
export class LeadFilter {
  @ReadsNothing
  @Given(() => [LeadStatus], 'That stand so.')
  readonly status?: Status[] | null;

  @ReadsNothing
  @Given(() => String, 'That go to this district.')
  readonly district?: string | null;

  @ReadsNothing
  @Given(() => [LeadRule], 'For one of these reasons.')
  readonly rules?: Rule[] | null;

  @ReadsNothing
  @Given(() => [String], 'To which one of these agencies led.')
  readonly originators?: string[] | null;

  @ReadsNothing
  @Given(() => Boolean, 'Those that your agency entered for others, in the place of its own.')
  readonly entered?: boolean | null;
}

@ArgsType()
export class LeadArgs {
  @Field(() => LeadFilter, { nullable: true, description: 'Which; by default, all of the agency.' })
  readonly filter?: LeadFilter | null;

  @ReadsNothing
  @Field(() => Int, { nullable: true, defaultValue: FIRST, description: 'How many at most: 0 to 100.' })
  readonly first!: number | null;

  @ReadsNothing
  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  readonly after?: string | null;
}

@InputType({ description: 'What a tip is about. Each field that is given is a selector of its own.' })
export class TipSelector {}

const NAMES: Readonly<Partial<Record<SelectorKind, abstract new () => object>>> = {
  NAME_AND_BIRTH: PersonSought,
  GROUP_NAME: GroupSought,
  ORGANIZATION_NAME: OrganizationSought,
};

for (const [name, kind] of Object.entries(SELECTOR_FIELDS)) {
  ReadsNothing(TipSelector.prototype, name);
  Blinded(kind)(TipSelector.prototype, name);
  Given(() => NAMES[kind] ?? String, `As in a search for records by \`${name}\`.`)(TipSelector.prototype, name);
}

@ArgsType()
export class EnterArgs {
  @ReadsNothing
  @Field(() => ID, { description: ONCE })
  readonly id!: string;

  @ReadsNothing
  @Field(() => ID, { description: 'Code of the agency for which it is.' })
  readonly to!: string;

  @ReadsNothing
  @Field(() => String, { nullable: true, description: 'The judicial district to which it goes.' })
  readonly district?: string | null;

  @ReadsNothing
  @Field(() => String, { nullable: true, description: 'The area of crime; default: that of the purpose.' })
  readonly area?: string | null;

  @ReadsNothing
  @Field(() => String, { description: 'What you tell that agency: your own words, which it reads as they are.' })
  readonly text!: string;

  @Field(() => [TipSelector], { nullable: true, description: 'Of whom, or of what; they leave blinded.' })
  readonly selectors?: TipSelector[] | null;
}

@ArgsType()
export class ActArgs {
  @ReadsNothing
  @Field(() => ID, { description: ONCE })
  readonly id!: string;

  @ReadsNothing
  @Field(() => ID, { description: 'Which lead.' })
  readonly lead!: string;

  @ReadsNothing
  @Field(() => String, { nullable: true, description: REMARK })
  readonly remark?: string | null;
}

@ArgsType()
export class DeclineArgs extends ActArgs {
  @ReadsNothing
  @Field(() => DeclineReason, { description: 'Why.' })
  readonly reason!: Why;
}

@ArgsType()
export class WorkArgs extends ActArgs {
  @ReadsNothing
  @Field(() => LeadOutcome, { description: 'What came of it.' })
  readonly outcome!: Came;
}

/** A tip as a viewer enters it. @throws DeclaredError `BAD_LEAD`, or `BAD_FILTER` for a selector that is not sealed */
export function tipIn(args: EnterArgs, request: IndexRequest): Tip {
  const { id, to, district, area, text, selectors } = args;
  const { caller, agencies } = request;
  if (!isRandomId(id)) bad('`id` is not a random UUID (version 4)');
  if (to === caller.viewer.agency || !agencies.some(({ code }) => code === to))
    bad('`to` is not the code of another agency');
  const about = area ?? caller.purpose?.area ?? '';
  if (!purposes.areas.has(about)) bad('`area` is no code of an area of crime');
  refuseUnwritable(text, district ?? null);
  const sought = (selectors ?? []).flatMap((selector) => soughtIn(selector as FilterValues));
  if (sought.length > MOST_SELECTORS) bad(`\`selectors\` are more than ${MOST_SELECTORS}`);
  return { declaredId: id.toLowerCase(), to, district: district ?? null, area: about, words: text, sought };
}

function refuseUnwritable(text: string, district: string | null): void {
  if (text.trim() === '' || !isText(text, MOST_CHARACTERS))
    bad(`\`text\` is no text of at most ${MOST_CHARACTERS} characters`);
  if (district !== null && !isPlainText(district, MOST_DISTRICT_CHARACTERS)) bad('`district` is no plain text');
}

/** What of the arguments of an act is alike for all. @throws DeclaredError `BAD_LEAD_ANSWER` or `UNKNOWN_LEAD` */
export function actIn({ id, lead, remark }: ActArgs): {
  readonly id: string;
  readonly lead: string;
  readonly remark: string | null;
} {
  if (!isRandomId(id)) refuse(LEAD_ERRORS.BAD_LEAD_ANSWER, '`id` is not a random UUID (version 4)');
  const words = remark ?? null;
  if (words !== null && (words.trim() === '' || !isText(words, MOST_CHARACTERS)))
    refuse(LEAD_ERRORS.BAD_LEAD_ANSWER, `\`remark\` is no text of at most ${MOST_CHARACTERS} characters`);
  if (!isRandomId(lead)) refuse(LEAD_ERRORS.UNKNOWN_LEAD, 'there is no such lead to answer');
  return { id: id.toLowerCase(), lead: lead.toLowerCase(), remark: words };
}

function bad(detail: string): never {
  return refuse(LEAD_ERRORS.BAD_LEAD, detail);
}
