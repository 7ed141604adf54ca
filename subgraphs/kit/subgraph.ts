import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, executeSync, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { proveCaller, type Caller } from '../../policy/caller.ts';
import type { Grant } from '../../policy/grant.ts';
import type { Identities } from '../../policy/issued-token.ts';
import { LocalReplayMemory, type ReplayMemory } from '../../policy/replay-memory.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import { viewerProver } from '../../policy/vouched-viewer.ts';
import { answerOf, refusalOf, type Answer } from './answer.ts';
import { BUDGETS, type Budgets } from './budgets/budgets.ts';
import { inTime, stopInTime, type Timed } from './budgets/deadline.ts';
import { refuseTooMany } from './budgets/representations.ts';
import { Turns } from './budgets/turns.ts';
import { Documents, asksForSdlOnly } from './document.ts';
import { guardSchema } from './guard/guard.ts';
import type { LockOptions } from './guard/lock.ts';
import { readQuestion, type Question, type SubgraphRequest } from './request.ts';

/** For whom a request is answered: in the context of every resolver. */
export interface Asking {
  readonly caller: Caller;
  /** What this party's own copy of the agreements grants the caller. */
  readonly grant: Grant;
  readonly now: Date;
}

type SubgraphModule = Parameters<typeof buildSubgraphSchema>[0];
type Resolvers = Extract<SubgraphModule, { readonly typeDefs: DocumentNode }>['resolvers'];

/** What a subgraph is made of. */
export interface SubgraphOptions {
  /** Its name in the supergraph, and the audience of assertions: `DEA`, `index`. */
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly resolvers: object;
  /**
   * The agency's lock. `'none'` is for subgraphs of the hub, whose resolvers decide by `context.grant` themselves, and
   * for tests of the gateway's own lock.
   */
  readonly lock: LockOptions | 'none';
  /** The agreements as this party verified them: a `Rulebook`. */
  readonly rulebook: { at(now: Date): Ruleset };
  /** The gateway's public keys, pinned, as they are at this moment. */
  readonly gatewayKeys: () => JSONWebKeySet;
  /** By whom viewers are vouched for: the agencies with their issuers and keys, pinned, as they are at this moment. */
  readonly identities: () => Identities;
  /** Which assertions were used. Default: each process remembers its own; several of one party share a store. */
  readonly replays?: ReplayMemory;
  /** What resolvers need besides `Asking`, anew for every request. */
  readonly contextFor?: (asking: Asking) => object;
  /** Hears of every question of a proven caller. */
  readonly onRequest?: (query: string, variables: Readonly<Record<string, unknown>>, caller: Caller) => void;
  /** Hears what failed, for the party's own log. */
  readonly onTrouble?: (error: unknown) => void;
  readonly clock?: () => Date;
  /** What differs from `BUDGETS`. They hold for proven callers: a gateway may be somebody else's by now. */
  readonly budgets?: Partial<Budgets>;
}

/** A subgraph that answers requests, whatever carries them. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** What the supergraph is composed from. */
  readonly sdl: string;
  /** Never rejects. */
  answer(request: SubgraphRequest): Promise<Answer>;
}

/** Builds a subgraph: its schema with its lock, and the proof of the caller before it. */
export function buildSubgraph(options: SubgraphOptions): Subgraph {
  const { name, typeDefs, resolvers, lock, onTrouble = () => undefined } = options;
  const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers as Resolvers });
  if (lock !== 'none') guardSchema(schema, { ...lock, onTrouble: lock.onTrouble ?? onTrouble });
  const sdl = sdlOf(schema);
  stopInTime(schema);
  const budgets = { ...BUDGETS, ...options.budgets };
  const documents = new Documents(schema, budgets);
  const turns = new Turns(budgets.operations, budgets.waiting);
  const prove = callerProver(options);
  const answer = async (request: SubgraphRequest): Promise<Answer> => {
    try {
      if (request.assertion === undefined && asksForSdl(request))
        return answerOf({ data: { _service: { sdl } } }, onTrouble);
      return await answerProven(request, { options, prove, documents, schema, budgets, turns });
    } catch (error) {
      return refusalOf(error, onTrouble);
    }
  };
  return { name, schema, sdl, answer };
}

type Prove = (request: SubgraphRequest) => Promise<Asking>;

interface Answering {
  readonly options: SubgraphOptions;
  readonly prove: Prove;
  readonly documents: Documents;
  readonly schema: GraphQLSchema;
  readonly budgets: Budgets;
  readonly turns: Turns;
}

/** The caller is proven before anything is made of what they ask, and takes no turn before. */
async function answerProven(request: SubgraphRequest, answering: Answering): Promise<Answer> {
  const { options, prove, budgets, turns } = answering;
  const asking = await prove(request);
  const question = readQuestion(request.body);
  options.onRequest?.(question.query, question.variables, asking.caller);
  const result = await inTime(budgets.milliseconds, (timed) =>
    turns.take(timed.signal, () => executed(question, asking, timed, answering)),
  );
  return answerOf(result, options.onTrouble ?? (() => undefined), budgets.answerBytes);
}

async function executed(question: Question, asking: Asking, timed: Timed, answering: Answering) {
  const { options, documents, schema, budgets } = answering;
  const document = documents.read(question.query);
  refuseTooMany(document, question.variables, budgets);
  const contextValue = { ...options.contextFor?.(asking), ...asking, ...timed };
  return execute({ schema, document, contextValue, ...valuesOf(question) });
}

function sdlOf(schema: GraphQLSchema): string {
  const { data } = executeSync({ schema, document: parse('{ _service { sdl } }'), contextValue: {} });
  return (data as { readonly _service: { readonly sdl: string } })._service.sdl;
}

/** As much as it takes to ask for the SDL: of those who prove nothing, no more is read. */
const MOST_UNPROVEN_BYTES = 1_024;

/** The SDL alone anybody may have; what cannot be read is refused like anything else without a proof. */
function asksForSdl({ body }: SubgraphRequest): boolean {
  if (body.byteLength > MOST_UNPROVEN_BYTES) return false;
  try {
    return asksForSdlOnly(readQuestion(body).query);
  } catch {
    return false;
  }
}

function callerProver(options: SubgraphOptions): Prove {
  const { name, gatewayKeys, identities, rulebook, clock, replays = new LocalReplayMemory() } = options;
  const viewerOf = viewerProver(identities);
  return async ({ body, assertion }) => {
    const now = clock?.() ?? new Date();
    const caller = await proveCaller(assertion, { keys: gatewayKeys(), viewerOf, audience: name, body, now, replays });
    const { viewer, purpose, spent } = caller;
    return { caller, grant: rulebook.at(now).grant(viewer, purpose, new Set(spent)), now };
  };
}

function valuesOf({ variables, operationName }: Question) {
  return { variableValues: variables, ...(operationName !== undefined && { operationName }) };
}
