import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { DeconflictionContext } from '../request.ts';
import { Conflict } from './conflict.ts';
import { DeclaredEvent, DeclaredTarget } from './declared.ts';

const CONFLICTS = {
  nullable: 'items' as const,
  description:
    'The conflicts that it is in, as far as agreements tell of them, the newest first; a hundred at most. ' +
    'All of them, in pages: `conflicts(of:)`.',
};

/** The conflicts that a target is in. */
@Resolver(() => DeclaredTarget)
export class TargetConflicts {
  @FieldResolver(() => [Conflict], CONFLICTS)
  conflicts(@Root() { row }: DeclaredTarget, @Ctx() context: DeconflictionContext): Promise<readonly Conflict[]> {
    return conflictsOf(row.key, context);
  }
}

/** The conflicts that an operation is in. */
@Resolver(() => DeclaredEvent)
export class EventConflicts {
  @FieldResolver(() => [Conflict], CONFLICTS)
  conflicts(@Root() { row }: DeclaredEvent, @Ctx() context: DeconflictionContext): Promise<readonly Conflict[]> {
    return conflictsOf(row.key, context);
  }
}

async function conflictsOf(key: string, { deconfliction }: DeconflictionContext): Promise<readonly Conflict[]> {
  const seen = await deconfliction.conflictsOf.load(key);
  return seen.map((one) => new Conflict(one));
}
