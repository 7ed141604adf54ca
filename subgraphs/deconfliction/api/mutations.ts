import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import { isRandomId } from '../../../policy/random-id.ts';
import { actOnConflict } from '../conflicts/act.ts';
import type { Act } from '../conflicts/acting.ts';
import { findConflict } from '../conflicts/list.ts';
import type { First, Outcome as Said } from '../conflicts/row.ts';
import type { Target } from '../declarations/declaration.ts';
import { declareEvent, declareTarget } from '../declarations/declare.ts';
import { endDeclared, type Ending } from '../declarations/end.ts';
import { findByOfficer, type DeclaredRow } from '../declarations/read.ts';
import { DECONFLICTION_ERRORS, refuse } from '../errors.ts';
import type { DeconflictionContext, DeconflictionRequest } from '../request.ts';
import { askedFor, readingOf } from './asked.ts';
import { Conflict } from './conflict.ts';
import { EventArgs, TargetArgs, eventIn, targetIn } from './declare-arguments.ts';
import { DeclaredEvent, DeclaredTarget } from './declared.ts';
import { FirstParty, Outcome } from './enums.ts';
import { ReadsNothing } from './reads.ts';

const ONCE = 'A random UUID (version 4) of your choice. What comes again under it changes nothing.';
const ENDED = { description: 'What it is known by.' };
const MOST_NOTE_CHARACTERS = 2_000;
const ASKED = 'Only for the use `deconfliction`.';

@ArgsType()
class ActArgs {
  @ReadsNothing
  @Field(() => ID, { description: ONCE })
  readonly id!: string;

  @ReadsNothing
  @Field(() => ID, { description: 'Which conflict.' })
  readonly conflict!: string;
}

@ArgsType()
class ResolveArgs extends ActArgs {
  @ReadsNothing
  @Field(() => Outcome, { description: 'What becomes of the work.' })
  readonly outcome!: Said;

  @ReadsNothing
  @Field(() => FirstParty, { nullable: true, description: 'Who goes first, where one does.' })
  readonly first?: First | null;
}

@ArgsType()
class NoteArgs extends ActArgs {
  @ReadsNothing
  @Field(() => String, {
    description: 'What is to be remembered. The other side reads it where it is told whom to call.',
  })
  readonly note!: string;
}

/** What viewers tell de-confliction. Every field is done whole or not at all, and what comes again changes nothing. */
@Resolver()
export class DeconflictionMutations {
  @Mutation(() => DeclaredTarget, { nullable: true, description: `Declares a target. ${ASKED}` })
  async declareTarget(
    @Args(() => TargetArgs) args: TargetArgs,
    @Ctx() context: DeconflictionContext,
  ): Promise<DeclaredTarget> {
    const request = askedFor(context);
    const target = targetIn(args, request);
    await declareTarget(request.database, target, request.inForce, request.now);
    request.onDeclared();
    return new DeclaredTarget(lookedForOnce(await declared(target.id, request), target));
  }

  @Mutation(() => DeclaredTarget, { nullable: true, description: `Ends a target that was declared. ${ASKED}` })
  async endTarget(
    @ReadsNothing @Arg('id', () => ID, ENDED) id: string,
    @Ctx() context: DeconflictionContext,
  ): Promise<DeclaredTarget> {
    return new DeclaredTarget(await ended(id, 'TARGET', askedFor(context)));
  }

  @Mutation(() => DeclaredEvent, { nullable: true, description: `Declares a planned operation. ${ASKED}` })
  async declareEvent(
    @Args(() => EventArgs) args: EventArgs,
    @Ctx() context: DeconflictionContext,
  ): Promise<DeclaredEvent> {
    const request = askedFor(context);
    const event = eventIn(args, request);
    await declareEvent(request.database, event, request.inForce, request.now);
    request.onDeclared();
    return new DeclaredEvent(await declared(event.id, request));
  }

  @Mutation(() => DeclaredEvent, { nullable: true, description: `Calls off an operation that was declared. ${ASKED}` })
  async cancelEvent(
    @ReadsNothing @Arg('id', () => ID, ENDED) id: string,
    @Ctx() context: DeconflictionContext,
  ): Promise<DeclaredEvent> {
    return new DeclaredEvent(await ended(id, 'EVENT', askedFor(context)));
  }

  @Mutation(() => Conflict, { nullable: true, description: `Says that the agency knows of a conflict. ${ASKED}` })
  acknowledgeConflict(@Args(() => ActArgs) args: ActArgs, @Ctx() context: DeconflictionContext): Promise<Conflict> {
    return act(args, { event: 'ACKNOWLEDGED' }, askedFor(context));
  }

  @Mutation(() => Conflict, {
    nullable: true,
    description: `Says what becomes of the agency’s work in a conflict. ${ASKED}`,
  })
  resolveConflict(@Args(() => ResolveArgs) args: ResolveArgs, @Ctx() context: DeconflictionContext): Promise<Conflict> {
    const request = askedFor(context);
    const { outcome, first = null } = args;
    if (outcome === 'GOES_FIRST' && first === null) bad('say who goes first: `first` is `ORIGINATOR` or `SEARCHER`');
    if (outcome !== 'GOES_FIRST' && first !== null)
      bad(`\`first\` is for \`GOES_FIRST\` only: leave it out with \`${outcome}\``);
    return act(args, { event: 'ANSWERED', outcome, first }, request);
  }

  @Mutation(() => Conflict, { nullable: true, description: `Writes something down about a conflict. ${ASKED}` })
  noteConflict(@Args(() => NoteArgs) args: NoteArgs, @Ctx() context: DeconflictionContext): Promise<Conflict> {
    const request = askedFor(context);
    const { note } = args;
    if (note.trim() === '') bad('`note` is empty: write down what is to be remembered');
    if (note.length > MOST_NOTE_CHARACTERS) bad(`\`note\` is longer than ${MOST_NOTE_CHARACTERS} characters`);
    if (/[\0\p{Cs}]/u.test(note)) bad('`note` has a character that is none: U+0000, or half of a pair');
    return act(args, { event: 'NOTED', note }, request);
  }
}

/** The selectors of what is looked for once are not kept. */
function lookedForOnce(row: DeclaredRow, { kind, selectors }: Target): DeclaredRow {
  return kind === 'ON_REQUEST' ? { ...row, kinds: selectors.map(({ kinds }) => kinds) } : row;
}

async function ended(id: string, what: Ending, request: DeconflictionRequest): Promise<DeclaredRow> {
  const { database, caller, now } = request;
  if (!isRandomId(id)) refuse(DECONFLICTION_ERRORS.UNKNOWN_DECLARATION, 'there is nothing under this id to end');
  await endDeclared(database, { id, agency: caller.viewer.agency, what }, now);
  request.onDeclared();
  return declared(id.toLowerCase(), request);
}

async function declared(id: string, request: DeconflictionRequest): Promise<DeclaredRow> {
  const row = (await findByOfficer(request.database, request.caller.viewer.agency, id))!;
  request.declared.clear(row.key).prime(row.key, row);
  request.conflictsOf.clear(row.key);
  request.isHeldUp.clear(row.key);
  return row;
}

async function act({ id, conflict }: ActArgs, what: Act, request: DeconflictionRequest): Promise<Conflict> {
  const { agency, sub: officer } = request.caller.viewer;
  if (!isRandomId(id)) bad('`id` is not a random UUID (version 4): choose one for each thing that you say');
  if (!isRandomId(conflict)) refuse(DECONFLICTION_ERRORS.UNKNOWN_CONFLICT, 'there is no such conflict to be told of');
  await actOnConflict(request.database, { id, conflict, agency, officer, act: what }, request.inForce, request.now);
  request.conflictsOf.clearAll();
  request.isHeldUp.clearAll();
  return new Conflict((await findConflict(readingOf(request), conflict))!);
}

function bad(detail: string): never {
  return refuse(DECONFLICTION_ERRORS.BAD_ANSWER, detail);
}
