import { ArgsType, Field, Float, ID, InputType } from 'type-graphql';
import type { Caller } from '../../../policy/caller.ts';
import { isPlainText } from '../../../policy/plain-text.ts';
import { isRandomId } from '../../../policy/random-id.ts';
import { purposes } from '../../../schema/purposes.ts';
import { DateTime } from '../../kit/date-time.ts';
import type { PlannedEvent, Target } from '../declarations/declaration.ts';
import { instantIn } from '../declarations/instant.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { DeconflictionRequest } from '../request.ts';
import { DeclaredTargetKind, Operation } from './enums.ts';
import { ReadsNothing, Required } from './reads.ts';
import { TargetSelectorInput, selectorsIn } from './selector-input.ts';

const ITS_ID = 'A random UUID (version 4) of your choice. What comes again under it is taken in once.';
const MOST_CASE_CHARACTERS = 100;
const MOST_AREAS = 20;
const LONGEST_EVENT_MILLISECONDS = 31 * 24 * 3_600_000;

@InputType({ description: 'A place on the earth.' })
export class PlaceInput {
  @Required(() => Float, 'Degrees north: -90 to 90.')
  readonly latitude!: number;

  @Required(() => Float, 'Degrees east: -180 to 180.')
  readonly longitude!: number;
}

@ArgsType()
abstract class DeclareArgs {
  @ReadsNothing
  @Field(() => ID, { description: ITS_ID })
  readonly id!: string;

  @ReadsNothing
  @Field(() => String, { nullable: true, description: 'Your own case number; default: that of the purpose.' })
  readonly case?: string | null;

  @ReadsNothing
  @Field(() => ID, { nullable: true, description: 'Your agency’s liaison contact to call; default: its desk.' })
  readonly contact?: string | null;

  @ReadsNothing
  @Field(() => [String], { nullable: true, description: 'Areas of crime; default: that of the purpose.' })
  readonly areas?: string[] | null;
}

@ArgsType()
export class TargetArgs extends DeclareArgs {
  @Field(() => [TargetSelectorInput], { description: 'What the target is known by.' })
  readonly selectors!: TargetSelectorInput[];

  @ReadsNothing
  @Field(() => DeclaredTargetKind, {
    nullable: true,
    defaultValue: 'ON_REQUEST',
    description: 'How long it is looked for.',
  })
  readonly kind?: 'ON_REQUEST' | 'WATCH' | null;

  @ReadsNothing
  @Field(() => DateTime, { nullable: true, description: 'Until when a watch stands; default: until it is ended.' })
  readonly until?: string | null;
}

@ArgsType()
export class EventArgs extends DeclareArgs {
  @ReadsNothing
  @Field(() => Operation, { description: 'What is planned.' })
  readonly operation!: string;

  @Field(() => PlaceInput, { description: 'Where.' })
  readonly place!: PlaceInput;

  @ReadsNothing
  @Field(() => DateTime, { description: 'When it begins.' })
  readonly from!: string;

  @ReadsNothing
  @Field(() => DateTime, { description: 'When it ends: 31 days later at most.' })
  readonly until!: string;
}

/** A target as a viewer declares it. @throws DeclaredError `BAD_DECLARATION` */
export function targetIn(args: TargetArgs, request: DeconflictionRequest): Target {
  const { kind, until, selectors } = args;
  const end = until === undefined || until === null ? null : instant(until, 'until');
  if (end && kind !== 'WATCH') bad('`until` is for a `WATCH`');
  if (end && end <= request.now) bad('`until` is over');
  return { ...declaredIn(args, request), kind: kind ?? 'ON_REQUEST', until: end, selectors: selectorsIn(selectors) };
}

/** An operation as a viewer declares it. @throws DeclaredError `BAD_DECLARATION` */
export function eventIn(args: EventArgs, request: DeconflictionRequest): PlannedEvent {
  const { operation, place } = args;
  const [from, until] = [instant(args.from, 'from'), instant(args.until, 'until')];
  if (until < from) bad('`until` is before `from`');
  if (until <= request.now) bad('`until` is over');
  if (until.getTime() - from.getTime() > LONGEST_EVENT_MILLISECONDS) bad('it lasts longer than 31 days');
  const { latitude, longitude } = place;
  if (!(Math.abs(latitude) <= 90)) bad('`latitude` is not from -90 to 90');
  if (!(Math.abs(longitude) <= 180)) bad('`longitude` is not from -180 to 180');
  const named = { latitude: rounded(latitude), longitude: longitudeOf(longitude) };
  return { ...declaredIn(args, request), operation, place: named, from, until };
}

/** One meridian has two names, and keeps one. */
function longitudeOf(degrees: number): number {
  const longitude = rounded(degrees);
  return longitude === 180 ? -180 : longitude;
}

/** To a centimetre: PostgreSQL refuses to reckon with numbers that are next to nothing. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

function declaredIn(args: DeclareArgs, { caller }: DeconflictionRequest) {
  const { agency, sub } = caller.viewer;
  if (!isRandomId(args.id)) bad('`id` is not a random UUID (version 4): choose one for each thing that you declare');
  return {
    ...{ id: args.id.toLowerCase(), agency, officer: sub },
    ...{ caseNumber: caseIn(args, caller), contactId: contactIn(args), areas: areasIn(args, caller) },
  };
}

function caseIn({ case: stated }: DeclareArgs, { purpose }: Caller): string | null {
  const number = stated ?? purpose?.case ?? null;
  if (number !== null && !isPlainText(number, MOST_CASE_CHARACTERS))
    bad(`\`case\` is no plain text of at most ${MOST_CASE_CHARACTERS} characters`);
  return number;
}

function contactIn({ contact }: DeclareArgs): string | null {
  if (contact === undefined || contact === null) return null;
  if (!isRandomId(contact)) bad('`contact` is not the id of a contact');
  return contact.toLowerCase();
}

function areasIn({ areas }: DeclareArgs, { purpose }: Caller): readonly string[] {
  const on = areas ?? (purpose ? [purpose.area] : []);
  if (on.length === 0 || on.length > MOST_AREAS || !on.every((area) => purposes.areas.has(area)))
    bad(`\`areas\` are not 1 to ${MOST_AREAS} codes of areas of crime`);
  return [...new Set(on)].sort();
}

function instant(text: string, name: string): Date {
  return instantIn(text) ?? bad(`\`${name}\` is no instant \`2010-03-26T09:30:00Z\`, of the years 1 to 9999 in UTC`);
}

function bad(detail: string): never {
  return refuse(DECONFLICTION_ERRORS.BAD_DECLARATION, detail);
}
