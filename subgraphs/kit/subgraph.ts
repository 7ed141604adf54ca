import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, executeSync, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { JSONWebKeySet } from 'jose';
import { proveCaller, type Caller } from '../../policy/caller.ts';
import type { Grant } from '../../policy/grant.ts';
import type { Identities } from '../../policy/issued-token.ts';
import type { Ruleset } from '../../policy/ruleset.ts';
import { viewerProver } from '../../policy/vouched-viewer.ts';
import { answerOf, refusalOf, type Answer } from './answer.ts';
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
  /** What resolvers need besides `Asking`, anew for every request. */
  readonly contextFor?: (asking: Asking) => object;
  /** Hears of every question of a proven caller. */
  readonly onRequest?: (query: string, variables: Readonly<Record<string, unknown>>, caller: Caller) => void;
  /** Hears what failed, for the party's own log. */
  readonly onTrouble?: (error: unknown) => void;
  readonly clock?: () => Date;
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
  const documents = new Documents(schema);
  const prove = callerProver(options);
  const answer = async (request: SubgraphRequest): Promise<Answer> => {
    try {
      if (request.assertion === undefined && asksForSdl(request))
        return answerOf({ data: { _service: { sdl } } }, onTrouble);
      return await answerProven(request, { options, prove, documents, schema });
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
}

/** The caller is proven before anything is made of what they ask. */
async function answerProven(
  request: SubgraphRequest,
  { options, prove, documents, schema }: Answering,
): Promise<Answer> {
  const asking = await prove(request);
  const question = readQuestion(request.body);
  options.onRequest?.(question.query, question.variables, asking.caller);
  const document = documents.read(question.query);
  const contextValue = { ...options.contextFor?.(asking), ...asking };
  const result = await execute({ schema, document, contextValue, ...valuesOf(question) });
  return answerOf(result, options.onTrouble ?? (() => undefined));
}

function sdlOf(schema: GraphQLSchema): string {
  const { data } = executeSync({ schema, document: parse('{ _service { sdl } }'), contextValue: {} });
  return (data as { readonly _service: { readonly sdl: string } })._service.sdl;
}

/** The SDL alone anybody may have; what cannot be read is refused like anything else without a proof. */
function asksForSdl({ body }: SubgraphRequest): boolean {
  try {
    return asksForSdlOnly(readQuestion(body).query);
  } catch {
    return false;
  }
}

function callerProver({ name, gatewayKeys, identities, rulebook, clock }: SubgraphOptions): Prove {
  const viewerOf = viewerProver(identities);
  return async ({ body, assertion }) => {
    const now = clock?.() ?? new Date();
    const caller = await proveCaller(assertion, { keys: gatewayKeys(), viewerOf, audience: name, body, now });
    const { viewer, purpose, spent } = caller;
    return { caller, grant: rulebook.at(now).grant(viewer, purpose, new Set(spent)), now };
  };
}

function valuesOf({ variables, operationName }: Question) {
  return { variableValues: variables, ...(operationName !== undefined && { operationName }) };
}
