import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answering } from '../answering.ts';
import { answersTo, BatchRefused, type AskBatch } from '../batch/answers.ts';
import { BATCH_QUERY, type BatchAnswer } from '../batch/asked.ts';
import { readLine, type Line, type LineReading } from '../batch/line.ts';
import { linesOf, type NumberedLine } from '../batch/lines.ts';
import type { SelectorInput } from '../batch/selectors.ts';
import { GATEWAY_ERRORS, refuse } from '../errors.ts';
import type { BatchLimits } from '../limits/limits.ts';
import { admit } from './admission.ts';
import { NOTHING_ASKED } from './asked.ts';
import { answerTo, type GraphqlDoor } from './graphql-route.ts';
import { RunningBatches } from './running-batches.ts';
import { whenOver } from './when-over.ts';

const NDJSON = 'application/x-ndjson';

/** What batches are searched through. */
export interface SearchDoor extends GraphqlDoor {
  readonly inputs: ReadonlyMap<string, SelectorInput>;
  readonly batch: BatchLimits;
  /** Is told of an error that must not leave. */
  readonly failed: (where: string, error: unknown) => void;
}

/**
 * Serves `POST /search`: a file of selectors, a line each, and its answers as they come. Whoever asks is let in by the head
 * of the request, before its body is read.
 */
export async function serveSearch(app: FastifyInstance, door: SearchDoor): Promise<void> {
  await app.register(async (route) => {
    const answerings = new WeakMap<FastifyRequest, Answering>();
    const running = new RunningBatches(door.batch);
    route.removeAllContentTypeParsers();
    route.addContentTypeParser(NDJSON, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
    route.addContentTypeParser('*', (_request, _payload, done) =>
      done(refusal(() => refuse(GATEWAY_ERRORS.CONTENT_TYPE_NOT_SUPPORTED, `the body is not \`${NDJSON}\``))),
    );
    route.addHook('onRequest', async (request, reply) => {
      const answering = await admit(request, NOTHING_ASKED, door);
      answerings.set(request, answering);
      whenOver(request, reply, running.begin(answering.viewer));
    });
    route.post('/search', { bodyLimit: door.batch.bytes }, async (request, reply) => {
      const by = { inputs: door.inputs, seal: answerings.get(request)!.seal };
      return send(reply, answersTo(readLines(request.body, by, door.batch), asking(request, door)), door);
    });
  });
}

function refusal(refusing: () => never): Error {
  try {
    return refusing();
  } catch (error) {
    return error as Error;
  }
}

/** Each line is read when it is its turn: names take a while to blind. @throws DeclaredError there are more than may be */
function readLines(body: unknown, by: LineReading, { lines: most }: BatchLimits): Iterable<Line> {
  if (!Buffer.isBuffer(body)) refuse(GATEWAY_ERRORS.BAD_REQUEST, 'the body is empty');
  const lines = [...linesOf(body)];
  if (lines.length > most) refuse(GATEWAY_ERRORS.REQUEST_TOO_LARGE, `the body has more than ${most} lines`);
  return read(lines, by);
}

function* read(lines: readonly NumberedLine[], by: LineReading): Generator<Line> {
  for (const { bytes, number } of lines) yield readLine(bytes, number, by);
}

/** Each part of a batch is a request of its own: who asks and what for, agreements, rates and quotas are looked at anew. */
function asking(request: FastifyRequest, door: SearchDoor): AskBatch {
  const documentOf = () => ({ query: BATCH_QUERY, extensions: undefined });
  return async (selectors) => {
    const asked = { ...NOTHING_ASKED, query: BATCH_QUERY, variables: { selectors } };
    const { status = 200, headers, body } = await answerTo(request, asked, { ...door, documentOf }, AS_GRAPHQL);
    const answer = JSON.parse(body.kind === 'complete' ? body.string : '{}') as Omit<BatchAnswer, 'status'>;
    return { ...answer, status, retryAfter: headers.get('retry-after') };
  };
}

const AS_GRAPHQL = { accept: 'application/graphql-response+json', 'content-type': 'application/json' };

/** The first of it is waited for: what is refused has a status of its own. */
async function send(reply: FastifyReply, answers: AsyncGenerator<string>, door: SearchDoor): Promise<FastifyReply> {
  try {
    const first = await answers.next();
    const all = Readable.from(following(first.value as string, answers, door), { highWaterMark: 1 });
    return await reply.type(`${NDJSON}; charset=utf-8`).send(all);
  } catch (error) {
    if (!(error instanceof BatchRefused)) throw error;
    const { status, retryAfter, errors } = error.answer;
    if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
    return reply
      .status(status)
      .type('application/graphql-response+json; charset=utf-8')
      .send(JSON.stringify({ errors }));
  }
}

async function* following(
  first: string,
  answers: AsyncGenerator<string>,
  { failed }: SearchDoor,
): AsyncGenerator<string> {
  yield first;
  try {
    yield* answers;
  } catch (error) {
    failed('a batch', error);
    const { code, remedy } = GATEWAY_ERRORS.INTERNAL_SERVER_ERROR;
    yield `${JSON.stringify({ done: false, error: { code, message: 'something failed inside', remedy } })}\n`;
  }
}
