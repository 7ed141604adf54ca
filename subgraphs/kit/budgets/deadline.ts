import {
  defaultFieldResolver,
  isLeafType,
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { DeclaredError } from '../../../schema/errors.ts';
import { KIT_ERRORS } from '../errors.ts';

/** Until when an operation is worked on: in the context of every resolver, whose own work may be stopped by it. */
export interface Timed {
  readonly signal: AbortSignal;
  /** A resolver that never waits lets no timer run, so the time itself is looked at too. */
  readonly until: number;
}

/**
 * Makes resolvers that lead to objects, and those that an agency wrote, stop once the time is over: in place. What a
 * resolver is doing goes on until its next one, unless it heeds `signal`.
 */
export function stopInTime(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields()) as readonly Field[]) if (works(field)) stopping(field);
  }
}

/**
 * The outcome of an operation, if it comes in time.
 * @throws DeclaredError `OPERATION_TOO_SLOW`
 */
export async function inTime<Outcome>(
  milliseconds: number,
  work: (timed: Timed) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const controller = new AbortController();
  const late = new DeclaredError(KIT_ERRORS.OPERATION_TOO_SLOW, `it took more than ${milliseconds} milliseconds`);
  let stop: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    stop = setTimeout(() => {
      controller.abort(late);
      reject(late);
    }, milliseconds);
  });
  const timed = { signal: controller.signal, until: performance.now() + milliseconds };
  try {
    const outcome = await Promise.race([work(timed), over]);
    if (performance.now() > timed.until) throw late;
    return outcome;
  } finally {
    clearTimeout(stop);
  }
}

type Field = GraphQLField<unknown, Partial<Timed>>;

function works(field: Field): boolean {
  return field.resolve !== undefined || !isLeafType(getNamedType(field.type));
}

function stopping(field: Field): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (source, args, context, info) => {
    if (isOver(context)) throw new DeclaredError(KIT_ERRORS.OPERATION_TOO_SLOW, 'the time for it is over');
    return resolve(source, args, context, info);
  };
}

function isOver({ signal, until }: Partial<Timed>): boolean {
  return signal !== undefined && (signal.aborted || performance.now() > (until ?? 0));
}
