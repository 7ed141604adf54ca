import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answering } from '../answering.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import type { ProfileAnswer } from '../profile/answered.ts';
import { PROFILE_QUERY } from '../profile/asked.ts';
import { assemble } from '../profile/assemble.ts';
import type { ClausesOf } from '../profile/values.ts';
import { NOTHING_ASKED } from './asked.ts';
import { answerTo, type GraphqlDoor } from './graphql-route.ts';

/**
 * Serves `POST /profile`: who is sought, as `targetProfile` takes it, and what all agencies hold on them. It is asked for
 * through the door that every operation takes, so that it is limited, counted and recorded as one.
 */
export function serveProfile(app: FastifyInstance, door: GraphqlDoor): void {
  const documentOf = () => ({ query: PROFILE_QUERY, extensions: undefined });
  app.post('/profile', async (request, reply) => {
    const of = soughtIn(request);
    let answering: Answering | undefined;
    const pipeline = {
      ...door.pipeline,
      admit: async (asking: Parameters<typeof door.pipeline.admit>[0]) =>
        (answering = await door.pipeline.admit(asking)),
    };
    const asked = { ...NOTHING_ASKED, query: PROFILE_QUERY, variables: { of } };
    const answer = await answerTo(request, asked, { ...door, pipeline, documentOf }, AS_GRAPHQL);
    if (answer.body.kind !== 'complete') throw new Error('an answer came in parts');
    const told = tellingOf(JSON.parse(answer.body.string) as ProfileAnswer, answering);
    return reply
      .status(answer.status ?? 200)
      .headers(Object.fromEntries(answer.headers))
      .removeHeader('content-length')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(told));
  });
}

const AS_GRAPHQL = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };

/** @throws DeclaredError */
function soughtIn({ body }: FastifyRequest): object {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    refuse(GATEWAY_ERRORS.BAD_REQUEST, 'the body is not a JSON object');
  if (Object.values(body).filter((value) => value !== null).length !== 1)
    refuse(GATEWAY_ERRORS.BAD_REQUEST, 'the body must have exactly one field: by what somebody is sought');
  return body;
}

function tellingOf(answer: ProfileAnswer, answering: Answering | undefined): object {
  const { data, errors, extensions } = answer;
  if (!data?.targetProfile || !answering) return { errors, extensions };
  return { ...assemble(data.targetProfile, clausesIn(answering, answer)), errors, extensions };
}

/** By the grant that the answer was made under: without the clauses whose quota was used up. */
function clausesIn({ ruleset, grant, purpose }: Answering, { extensions }: ProfileAnswer): ClausesOf {
  const spent = new Set(extensions?.visibility.spent);
  const by = spent.size === 0 ? grant : ruleset.grant(grant.recipient, purpose, spent);
  return (originator, coordinate) => by.cell(originator, coordinate).shares;
}
