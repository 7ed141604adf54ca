import type { Dispatcher } from 'undici';
import { WholeAnswer } from '../../../gateway/federation/whole-answer.ts';

const JSON_HEADERS = { 'content-type': 'application/json' };

/** An answer that is told of as undici tells of one, and what it does with the connection. */
function receiving({ most = 100, timeoutMilliseconds = 60_000 } = {}) {
  const aborted: unknown[] = [];
  const controller = { abort: (reason: unknown) => aborted.push(reason) } as unknown as Dispatcher.DispatchController;
  let taken = 0;
  const answer = new WholeAnswer({
    timeoutMilliseconds,
    take(bytes) {
      taken += bytes;
      if (taken > most) throw new Error('too much');
    },
  });
  return {
    answer,
    aborted,
    taken: () => taken,
    starts: () => answer.onRequestStart(controller),
    heads: (status = 200, headers: Record<string, string | string[]> = JSON_HEADERS) =>
      answer.onResponseStart(controller, status, headers),
    sends: (text: string) => answer.onResponseData(controller, Buffer.from(text)),
    ends: () => answer.onResponseEnd(),
    fails: (error: Error) => answer.onResponseError(controller, error),
  };
}

async function textOf({ answer }: ReturnType<typeof receiving>): Promise<string> {
  return (await answer.bytes).toString();
}

describe('an answer that is taken in whole', () => {
  it('is all of its pieces', async () => {
    const one = receiving();
    one.starts();
    one.heads();
    for (const piece of ['{"da', 'ta":', 'null}']) one.sends(piece);
    one.ends();
    expect(await textOf(one)).toBe('{"data":null}');
    expect(one.aborted).toEqual([]);
  });

  it('is empty where none came', async () => {
    const none = receiving();
    none.starts();
    none.heads();
    none.ends();
    expect(await textOf(none)).toBe('');
  });

  it('passes over what only announces it', async () => {
    const late = receiving();
    late.starts();
    late.heads(100, {});
    late.heads(103, { link: '</a>' });
    late.heads();
    late.sends('{}');
    late.ends();
    expect(await textOf(late)).toBe('{}');
  });

  it.each([
    ['a redirect', 302, JSON_HEADERS, 'it answered with status 302'],
    ['a refusal', 401, JSON_HEADERS, 'it answered with status 401'],
    ['another content type', 200, { 'content-type': 'text/html' }, 'its answer is of another content type'],
    ['a type that begins alike', 200, { 'content-type': 'application/jsonp' }, 'its answer is of another content type'],
    ['no content type', 200, {}, 'its answer is of another content type'],
    [
      'two content types',
      200,
      { 'content-type': ['text/html', 'application/json'] },
      'its answer is of another content type',
    ],
    ['compressed bytes', 200, { ...JSON_HEADERS, 'content-encoding': 'gzip' }, 'its answer is compressed, unasked'],
  ])('is none where it is %s, and the connection is given up', async (_, status, headers, reason) => {
    const refused = receiving();
    refused.starts();
    refused.heads(status, headers);
    await expect(refused.answer.bytes).rejects.toThrow(reason);
    expect(refused.aborted).toHaveLength(1);
    refused.sends('planted');
    expect(refused.taken()).toBe(0);
  });

  it.each(['application/json; charset=utf-8', 'application/graphql-response+json', 'APPLICATION/JSON'])(
    'is one of type %s',
    async (type) => {
      const good = receiving();
      good.starts();
      good.heads(200, { 'content-type': type, 'content-encoding': 'identity' });
      good.sends('{}');
      good.ends();
      expect(await textOf(good)).toBe('{}');
    },
  );

  it('is given up at the first piece that is too much, and takes no more', async () => {
    const large = receiving({ most: 10 });
    large.starts();
    large.heads();
    large.sends('0123456789');
    large.sends('x');
    await expect(large.answer.bytes).rejects.toThrow('too much');
    expect(large.aborted).toHaveLength(1);
    large.sends('yyyy');
    expect(large.taken()).toBe(11);
  });

  it('is none where the connection fails, before it began or within', async () => {
    for (const before of [true, false]) {
      const broken = receiving();
      if (!before) {
        broken.starts();
        broken.heads();
        broken.sends('{"data"');
      }
      broken.fails(new Error('reset'));
      broken.ends();
      await expect(broken.answer.bytes).rejects.toThrow('reset');
    }
  });

  it('is none when it takes too long; a request that has yet to begin is not sent then', async () => {
    const slow = receiving({ timeoutMilliseconds: 1 });
    await expect(slow.answer.bytes).rejects.toThrow('it did not answer: TimeoutError');
    expect(slow.aborted).toEqual([]);
    slow.starts();
    expect(slow.aborted).toHaveLength(1);
    slow.heads();
    slow.sends('{}');
    slow.ends();
    expect(slow.taken()).toBe(0);
  });

  it('tells why it failed once, whatever follows', async () => {
    const failing = receiving();
    failing.starts();
    failing.heads(500);
    failing.fails(new Error('aborted, by ourselves'));
    failing.fails(new Error('again'));
    await expect(failing.answer.bytes).rejects.toThrow('it answered with status 500');
    expect(failing.aborted).toHaveLength(1);
  });
});
