import { Arg, Args, ArgsType, Ctx, Directive, Field, ID, Query, Resolver } from 'type-graphql';
import { isRandomId } from '../../../policy/random-id.ts';
import { PAGED } from '../../kit/paged.ts';
import type { Connection } from '../../kit/pages.ts';
import { findConflict, listConflicts } from '../conflicts/list.ts';
import type { ConflictStatus as Status } from '../conflicts/row.ts';
import type { SeenConflict } from '../conflicts/seen.ts';
import { keysOf, readDeclared, type DeclaredPage } from '../declarations/read.ts';
import type { DeconflictionContext, DeconflictionRequest } from '../request.ts';
import { askedFor, readingOf } from './asked.ts';
import { Conflict, ConflictConnection } from './conflict.ts';
import { DeclaredEvent, DeclaredEventConnection, DeclaredTarget, DeclaredTargetConnection } from './declared.ts';
import { ConflictStatus } from './enums.ts';
import { PageArgs, readPage } from './page.ts';
import { ReadsNothing } from './reads.ts';

const ASKED = 'Only for the use `deconfliction`.';

@ArgsType()
class ConflictArgs extends PageArgs {
  @ReadsNothing
  @Field(() => [ConflictStatus], { nullable: true, description: 'Only those that stand so.' })
  readonly status?: Status[] | null;

  @ReadsNothing
  @Field(() => ID, { nullable: true, description: 'Only those that this target or operation of the agency is in.' })
  readonly of?: string | null;
}

@ArgsType()
class DeclaredArgs extends PageArgs {
  @ReadsNothing
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Only what has not ended.' })
  readonly active?: boolean | null;
}

/** What viewers ask de-confliction. */
@Resolver()
export class DeconflictionQueries {
  @Directive(PAGED)
  @Query(() => ConflictConnection, {
    nullable: true,
    description: `Conflicts of which agreements in force tell the viewer’s agency, the newest first. ${ASKED}`,
  })
  async conflicts(
    @Args(() => ConflictArgs) args: ConflictArgs,
    @Ctx() context: DeconflictionContext,
  ): Promise<Connection<Conflict>> {
    const reading = readingOf(askedFor(context));
    const [status, of] = [args.status ?? undefined, args.of ?? undefined];
    const nodeOf = (seen: SeenConflict) => new Conflict(seen);
    const declarations = of === undefined ? undefined : isRandomId(of) ? await keysOf(reading, of) : [];
    return readPage(args, (page) => listConflicts(reading, { ...page, status, declarations }), nodeOf);
  }

  @Query(() => Conflict, {
    nullable: true,
    description: `A conflict; absent where no agreement in force tells the viewer’s agency of one. ${ASKED}`,
  })
  async conflict(
    @ReadsNothing @Arg('id', () => ID, { description: 'What it is known by.' }) id: string,
    @Ctx() context: DeconflictionContext,
  ): Promise<Conflict | null> {
    const reading = readingOf(askedFor(context));
    const seen = isRandomId(id) ? await findConflict(reading, id) : undefined;
    return seen ? new Conflict(seen) : null;
  }

  @Directive(PAGED)
  @Query(() => DeclaredTargetConnection, {
    nullable: true,
    description: `Targets that the viewer’s agency has declared, the newest first. ${ASKED}`,
  })
  declaredTargets(
    @Args(() => DeclaredArgs) args: DeclaredArgs,
    @Ctx() context: DeconflictionContext,
  ): Promise<Connection<DeclaredTarget>> {
    return readPage(args, declaredIn('TARGET', args, askedFor(context)), (row) => new DeclaredTarget(row));
  }

  @Directive(PAGED)
  @Query(() => DeclaredEventConnection, {
    nullable: true,
    description: `Operations that the viewer’s agency has declared, the newest first. ${ASKED}`,
  })
  declaredEvents(
    @Args(() => DeclaredArgs) args: DeclaredArgs,
    @Ctx() context: DeconflictionContext,
  ): Promise<Connection<DeclaredEvent>> {
    return readPage(args, declaredIn('EVENT', args, askedFor(context)), (row) => new DeclaredEvent(row));
  }
}

function declaredIn(
  what: 'TARGET' | 'EVENT',
  { active }: DeclaredArgs,
  { database, caller, now }: DeconflictionRequest,
) {
  const base = { agency: caller.viewer.agency, what, active: active ?? true, now };
  return (page: Pick<DeclaredPage, 'after' | 'most'>) => readDeclared(database, { ...base, ...page });
}
