import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import { answerLoad } from '../../subgraphs/index/contribution/load/answer.ts';
import { readLoad } from '../../subgraphs/index/contribution/load/read.ts';
import { DeclaredError } from '../../schema/errors.ts';
import { useIndex } from './database.ts';
import { id } from './pointers.ts';

const BLIND = 'AAAAAAAAAAAAAAAAAAAAAA';
const OTHER = 'BBBBBBBBBBBBBBBBBBBBBA';

interface Answer {
  readonly lines: number;
  readonly rejected: number;
  readonly refused: readonly { readonly line: number; readonly why: string }[];
  readonly finishedAt: Date | null;
}

describe('a load', () => {
  const index = useIndex();
  const call = (agency: string, body: object) =>
    answerLoad(index.loads, readLoad({ agency, load: 'file', ...body })) as Promise<Answer>;
  const begin = (agency = 'ICE', body: object = {}) => call(agency, { step: 'BEGIN', ...body });
  const send = (from: number, entries: readonly object[], agency = 'ICE', rejected = 0) =>
    call(agency, { step: 'LINES', from, until: from + entries.length + rejected, rejected, entries });
  const live = (sequence: number, op: 'UPSERT' | 'WITHDRAW', n: number, program = 'live') =>
    contribute(index.database, 'ICE', [
      op === 'UPSERT'
        ? { ...entry(n, n, program), sequence: BigInt(sequence), op }
        : { type: 'RECORD', id: id(n), sequence: BigInt(sequence), op },
    ]);
  const programs = async () => {
    const rows = await index.database.pointer.findMany({ orderBy: { id: 'asc' } });
    return Object.fromEntries(rows.map((row) => [Number(row.id.slice(-12)), row.program]));
  };
  const selectors = () =>
    index.database.$queryRaw`SELECT pointer::text, source, subject FROM selector ORDER BY pointer, source`;
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => (error instanceof DeclaredError ? error.code : error),
    );

  function entry(line: number, n: number, program: unknown = 'loaded', blind = BLIND) {
    const subjects = [{ id: id(900 + n), type: 'PERSON' as const, labels: { minor: false } }];
    const selectors = [
      { source: 1, subject: 0, blind },
      { source: 18, blind },
    ];
    const labels = { kind: 'REPORT_OF_INVESTIGATION', crimeAreas: ['a, "b"', 'null', ''], program, office: null };
    return {
      line,
      type: 'RECORD' as const,
      id: id(n),
      pointer: { contactId: null, labels, subjects, selectors, epoch: 1 },
    };
  }

  beforeEach(async () => {
    await index.loads.query('TRUNCATE pointer, once_owned, contribution, selector, load, withdrawn_during_load');
  });

  it('brings what live contributions bring', async () => {
    await live(1, 'UPSERT', 1, 'tab\t, \\ and\nnew line');
    const { changedAt: _, ...contributed } = (await index.database.pointer.findMany())[0]!;
    await begin();
    await send(0, [entry(1, 1, 'tab\t, \\ and\nnew line')]);
    const { changedAt: __, ...loaded } = (await index.database.pointer.findMany())[0]!;
    expect(loaded).toEqual(contributed);
    expect(await selectors()).toEqual([
      { pointer: id(1), source: 1, subject: 0 },
      { pointer: id(1), source: 18, subject: null },
    ]);
  });

  it('takes every line in once, however often it comes, and goes on where it was broken off', async () => {
    await begin();
    await send(0, [entry(1, 1), entry(2, 2)]);
    expect(await send(0, [entry(1, 1, 'again'), entry(2, 2, 'again')])).toMatchObject({ lines: 2 });
    expect(await begin()).toMatchObject({ lines: 2, finishedAt: null });
    expect(await send(2, [entry(3, 3)])).toMatchObject({ lines: 3 });
    expect(await programs()).toEqual({ 1: 'loaded', 2: 'loaded', 3: 'loaded' });
    expect(await selectors()).toHaveLength(6);
  });

  it('is taken in once by two commands at the same time', async () => {
    await begin();
    const batches = Array.from({ length: 8 }, () => send(0, [entry(1, 1), entry(2, 2)]));
    expect((await Promise.all(batches)).map(({ lines }) => lines)).toEqual(Array.from({ length: 8 }, () => 2));
    expect(await selectors()).toHaveLength(4);
  });

  it('LOAD_OUT_OF_STEP: takes in nothing that does not go on where the index is', async () => {
    expect(await codeOf(send(0, [entry(1, 1)]))).toBe('LOAD_OUT_OF_STEP');
    await begin();
    expect(await codeOf(send(7, [entry(8, 1)]))).toBe('LOAD_OUT_OF_STEP');
    await send(0, [entry(1, 1)]);
    expect(await codeOf(send(0, [entry(1, 1), entry(2, 2)]))).toBe('LOAD_OUT_OF_STEP');
    expect(await programs()).toEqual({ 1: 'loaded' });
  });

  it('lets the last of several lines on one object count, in one batch and in several', async () => {
    await begin();
    await send(0, [entry(1, 1, 'first'), entry(2, 1, 'second', OTHER)]);
    expect(await programs()).toEqual({ 1: 'second' });
    await send(2, [entry(3, 1, 'third')]);
    expect(await programs()).toEqual({ 1: 'third' });
    expect(await selectors()).toHaveLength(2);
  });

  it('refuses the line on a pointer of another agency, or of another type, and takes the others in', async () => {
    await contribute(index.database, 'DEA', [{ ...entry(0, 2), sequence: 1n, op: 'UPSERT' }]);
    await live(1, 'UPSERT', 4);
    await live(2, 'WITHDRAW', 4);
    await begin();
    const ofOtherType = { ...entry(3, 4), type: 'CASE', pointer: { contactId: null, labels: {} } };
    const answer = await send(0, [entry(1, 1), entry(2, 2), ofOtherType]);
    const why = expect.stringContaining('FOREIGN_POINTER') as string;
    expect(answer.refused).toEqual([
      { line: 2, why },
      { line: 3, why },
    ]);
    expect(answer).toMatchObject({ lines: 3, rejected: 2 });
    expect(await programs()).toEqual({ 1: 'loaded', 2: 'loaded' });
    expect(await begin()).toMatchObject({ refused: answer.refused });
  });

  it('remembers what it refused until it is told that the agency has it, since answers may be lost', async () => {
    const unreadable = (line: number) => ({ ...entry(line, line), pointer: null });
    const lines = (from: number, kept: number) =>
      call('ICE', { step: 'LINES', from, until: from + 1, rejected: 0, kept, entries: [unreadable(from + 1)] });
    const refused = async () => (await begin()).refused.map(({ line }) => line);
    await begin();
    await lines(0, 0);
    expect((await lines(1, 0)).refused.map(({ line }) => line)).toEqual([2]);
    expect(await refused()).toEqual([1, 2]);
    expect((await lines(0, 0)).refused.map(({ line }) => line)).toEqual([1]);
    await lines(2, 1);
    expect(await refused()).toEqual([2, 3]);
  });

  it('refuses a line that is not of the declared form, and takes the others in', async () => {
    await begin();
    const answer = await send(0, [entry(1, 1), { ...entry(2, 2), pointer: { labels: { title: 'x' } } }], 'ICE', 1);
    expect(answer.refused).toEqual([
      { line: 2, why: 'BAD_CONTRIBUTION: `title` is no label that is told of a RECORD' },
    ]);
    expect(answer).toMatchObject({ lines: 3, rejected: 2 });
    expect(await programs()).toEqual({ 1: 'loaded' });
  });

  it('does not overwrite what changed live since it began, nor bring back what was withdrawn', async () => {
    await live(1, 'UPSERT', 1, 'before');
    await live(2, 'UPSERT', 2, 'before');
    await live(3, 'UPSERT', 3, 'before');
    await begin();
    await live(4, 'UPSERT', 1, 'since');
    await live(5, 'WITHDRAW', 2);
    await live(6, 'WITHDRAW', 5);
    await send(0, [entry(1, 1), entry(2, 2), entry(3, 3), entry(4, 4), entry(5, 5)]);
    expect(await programs()).toEqual({ 1: 'since', 3: 'loaded', 4: 'loaded' });
    expect(await call('ICE', { step: 'END' })).toEqual({ withdrawn: 0, finished: true });
    await begin('ICE', { again: true });
    await send(0, [entry(1, 1), entry(2, 2), entry(3, 5)]);
    expect(await programs()).toEqual({ 1: 'loaded', 2: 'loaded', 3: 'loaded', 4: 'loaded', 5: 'loaded' });
  });

  it('with `replace` withdraws what it did not bring, and nothing of others or since', async () => {
    await live(1, 'UPSERT', 1, 'before');
    await live(2, 'UPSERT', 2, 'before');
    await contribute(index.database, 'DEA', [{ ...entry(0, 7), sequence: 1n, op: 'UPSERT' }]);
    await begin();
    await live(3, 'UPSERT', 3, 'since');
    await send(0, [entry(1, 1)]);
    expect(await call('ICE', { step: 'END', replace: true })).toEqual({ withdrawn: 1, finished: true });
    expect(await programs()).toEqual({ 1: 'loaded', 3: 'since', 7: 'loaded' });
    expect(await selectors()).toHaveLength(6);
    expect(await begin()).toMatchObject({ finishedAt: expect.any(Date) as Date });
  });

  it('tells before its end what `replace` would withdraw, and changes nothing', async () => {
    await live(1, 'UPSERT', 1, 'before');
    await live(2, 'UPSERT', 2, 'before');
    await contribute(index.database, 'DEA', [{ ...entry(0, 7), sequence: 1n, op: 'UPSERT' }]);
    await begin();
    await live(3, 'UPSERT', 3, 'since');
    await send(0, [entry(1, 1)]);
    expect(await call('ICE', { step: 'REST' })).toEqual({ held: 3, rest: 1, next: null });
    expect(await call('ICE', { step: 'REST', after: id(1) })).toEqual({ held: 2, rest: 1, next: null });
    expect(await call('ICE', { step: 'REST', after: id(2) })).toEqual({ held: 1, rest: 0, next: null });
    expect(await programs()).toEqual({ 1: 'loaded', 2: 'before', 3: 'since', 7: 'loaded' });
  });

  it('LOAD_NOT_WHOLE: withdraws nothing where lines were set aside', async () => {
    await live(1, 'UPSERT', 1);
    await begin();
    await send(0, [entry(1, 2)], 'ICE', 1);
    expect(await codeOf(call('ICE', { step: 'END', replace: true }))).toBe('LOAD_NOT_WHOLE');
    expect(await programs()).toEqual({ 1: 'live', 2: 'loaded' });
  });

  it('takes in nothing more once it is finished', async () => {
    await begin();
    await send(0, [entry(1, 1)]);
    await call('ICE', { step: 'END' });
    await send(1, [entry(2, 2)]);
    expect(await programs()).toEqual({ 1: 'loaded' });
  });

  it('is an agency’s own: the same file of another is another load', async () => {
    await begin();
    await send(0, [entry(1, 1)]);
    expect(await begin('DEA')).toMatchObject({ lines: 0 });
  });

  it.each([
    ['the body must be an object', []],
    ['`agency` must be a text', { agency: 7 }],
    ['`load` must be a name of 1 to 100 letters and digits', { agency: 'ICE', load: '../x' }],
    ['`step` must be `BEGIN`, `LINES`, `REST` or `END`', { agency: 'ICE', load: 'x', step: 'STOP' }],
    ['`after` must be a UUID or null', { agency: 'ICE', load: 'x', step: 'REST', after: '1; 2' }],
    ['`from` and `until` must enclose 1 to 5000 lines', lines({ from: 5 })],
    ['`from` and `until` must enclose 1 to 5000 lines', lines({ until: 5001 })],
    ['`rejected` and `entries` must be no more than the lines', lines({ rejected: 3 })],
    ['every entry must have the number of its `line`', lines({ entries: [{}] })],
    ['every entry must have the number of its `line`', lines({ entries: [{ line: 3 }] })],
  ])('BAD_CONTRIBUTION: %s', (message, body) => {
    expect(() => readLoad(body)).toThrow(message);
  });
});

function lines(body: object): object {
  return { agency: 'ICE', load: 'x', step: 'LINES', from: 0, until: 2, rejected: 0, entries: [], ...body };
}
