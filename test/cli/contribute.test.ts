import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createHmac } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { newBlindingKeys, printBlindingKeys } from '../../platform/blinding-file.ts';
import { ensurePartyKeys, readJson } from '../../platform/party-keys.ts';
import type { PublishedKeys } from '../../policy/signature/keys.ts';
import { type DeclaredError } from '../../schema/errors.ts';
import { contribute } from '../../subgraphs/index/contribution/contribute.ts';
import { serveContributions } from '../../subgraphs/index/contribution/route.ts';
import { useIndex } from '../index/database.ts';
import { id } from '../index/pointers.ts';
import { concordat } from './concordat.ts';

const BLINDING = newBlindingKeys();

describe('concordat contribute', () => {
  const index = useIndex();
  const folder = mkdtempSync(join(tmpdir(), 'concordat-contribute-'));
  const home = join(folder, 'home');
  const file = join(folder, 'holdings.ndjson');
  const rejected = `${file}.rejected.ndjson`;
  /** What comes to the index, and what is called with it. */
  let calls: string[] = [];
  let held: ((body: string) => void) | undefined;
  /** Called before an answer leaves. */
  let lost: ((body: string) => Promise<void>) | undefined;
  let app: FastifyInstance;
  let url: string;

  beforeAll(async () => {
    for (const code of ['DEA', 'ICE']) await ensurePartyKeys(home, code);
    writeFileSync(join(home, 'private', 'blinding.json'), printBlindingKeys(BLINDING));
    const keys = new Map<string, PublishedKeys>();
    for (const code of ['DEA', 'ICE'])
      keys.set(code, (await readJson<PublishedKeys>(join(home, 'keys', `${code}.jwks.json`)))!);
    app = Fastify();
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
    app.addHook('preHandler', async (request) => {
      const body = String(request.body);
      calls.push(body);
      held?.(body);
    });
    app.addHook('onSend', async (request) => lost?.(String(request.body)));
    app.setErrorHandler((error, _, reply) => {
      const { declaration, message } = error as DeclaredError;
      return reply
        .code(declaration?.status ?? 500)
        .send({ errors: [{ message, extensions: { code: declaration?.code } }] });
    });
    serveContributions(app, { ...index, keysOf: (code) => keys.get(code)?.service });
    url = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  beforeEach(async () => {
    calls = [];
    held = undefined;
    rmSync(rejected, { force: true });
    await index.loads.query('TRUNCATE pointer, once_owned, contribution, selector, load, withdrawn_during_load');
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const args = (given: readonly string[]) => ['contribute', '--index', url, '--home', home, 'DEA', ...given];
  /** In a process of its own, which can be killed. */
  const start = (...given: string[]): ChildProcess =>
    spawn(process.execPath, ['cli/concordat.mjs', ...args(given), '--threads', '1']);
  const ended = async (child: ChildProcess) => {
    let [out, err] = ['', ''];
    child.stdout!.on('data', (text) => (out += text));
    child.stderr!.on('data', (text) => (err += text));
    const [status] = (await once(child, 'close')) as [number | null];
    return { status, out: out.trim(), err: err.trim() };
  };
  /** In this process: a process of its own takes longer to begin than all that it does. */
  const run = async (...given: string[]) => {
    const { status, out, err } = await concordat(...args(given), '--threads', '1');
    return { status, out: out.trim(), err: err.trim() };
  };
  const pointers = async () =>
    (await index.database.pointer.findMany({ orderBy: { id: 'asc' } })).map((row) => [
      Number(row.id.slice(-12)),
      row.program,
    ]);
  const setAside = () =>
    readFileSync(rejected, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; why: string; text: string });
  const write = (lines: readonly (object | string)[]) =>
    writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));

  it('brings selectors to the index blinded, and never in clear', async () => {
    const selectors = [
      { kind: 'PHONE', value: '+1 202 555 0143', coordinate: 'Person.phones', subject: 0 },
      { kind: 'EMAIL', value: 'Ana.Gomez@example.org', coordinate: 'Record.identifiers' },
      {
        kind: 'NAME_AND_BIRTH',
        value: { surname: 'Gomez', firstNames: 'Ana', dateOfBirth: '1971-03-09' },
        coordinate: 'Person.surname',
        subject: 0,
      },
    ];
    const person = { id: id(900), type: 'PERSON', labels: { nationalities: ['US'], minor: false } };
    write([{ ...line(1), subjects: [person], selectors }]);
    expect(await run(file)).toEqual({ status: 0, out: 'loaded 1 of 1 lines of DEA', err: '' });
    const { rows } = await index.loads.query<{ source: number; subject: number | null; blind: string }>(
      'SELECT source, subject, blind::text FROM selector ORDER BY source',
    );
    expect(rows.map(({ source, subject }) => [source, subject])).toEqual(
      expect.arrayContaining([
        [1, 0],
        [5, 0],
        [18, null],
      ]),
    );
    expect(rows[0]!.blind.replaceAll('-', '')).toBe(blinded('PHONE', '+12025550143'));
    expect(await index.database.pointer.findMany()).toMatchObject([
      { subjects: [person], epoch: 1, originator: 'DEA' },
    ]);
    for (const secret of [/202.?555/, /gomez/i, /1971/]) expect(calls.join()).not.toMatch(secret);
    expect(await run(file)).toMatchObject({ status: 0, out: expect.stringContaining('was loaded before') as string });
  });

  it('sets aside what is not right, with its number and why, and takes the others in', async () => {
    await contribute(index.database, 'ICE', [
      {
        sequence: 1n,
        op: 'UPSERT',
        type: 'RECORD',
        id: id(7),
        pointer: { contactId: null, labels: { program: 'ICE' } },
      },
    ]);
    write([
      line(1),
      '{"type":',
      { ...line(2), labels: { title: 'x' } },
      { ...line(2), selectors: [{ kind: 'VIN', value: 'SECRET', coordinate: 'Record.identifiers' }] },
      { ...line(2), selectors: [{ kind: 'PHONE', value: '+12025550143', coordinate: 'Person.phones', subject: 0 }] },
      '',
      line(7),
      line(3),
      line(3, 'the last of two'),
      `{"padding":"${'x'.repeat(1024 * 1024)}"}`,
    ]);
    const { status, out, err } = await run(file);
    expect([status, out]).toEqual([1, 'loaded 4 of 10 lines of DEA']);
    expect(err).toContain('6 lines were set aside in');
    expect(err).not.toContain('SECRET');
    expect(await pointers()).toEqual([
      [1, 'p'],
      [3, 'the last of two'],
      [7, 'ICE'],
    ]);
    const why = setAside();
    expect(why.map(({ line, why }) => `${line} ${why}`)).toEqual([
      '2 not JSON',
      '3 `labels` has no `title`',
      expect.stringMatching(/^4 `selectors\/0\/value`: /),
      '5 `selectors/0`: `subject` must be the place of a PERSON among the subjects',
      '10 longer than a mebibyte',
      expect.stringMatching(/^7 FOREIGN_POINTER/),
    ]);
    expect(why[0]!.text).toBe('{"type":');
  });

  it('goes on after a kill -9 where the index has come: nothing lost, nothing doubled', async () => {
    const lines = Array.from({ length: 9000 }, (_, at) => (at % 3000 === 42 ? 'no json' : line(at + 1)));
    await contribute(index.database, 'ICE', [
      {
        sequence: 1n,
        op: 'UPSERT',
        type: 'RECORD',
        id: id(2500),
        pointer: { contactId: null, labels: { program: 'ICE' } },
      },
    ]);
    write(lines);
    const child = start(file);
    const killed = ended(child);
    // The second batch is taken in, and its answer never comes.
    lost = async (body) => {
      if (!body.includes('"from":2000')) return;
      child.kill('SIGKILL');
      await killed;
    };
    await killed;
    lost = undefined;
    expect([3998, 5997]).toContain(await index.database.pointer.count());
    const { status, out, err } = await run(file);
    expect([status, out]).toEqual([1, 'loaded 8,996 of 9,000 lines of DEA']);
    expect(err).toMatch(/goes on after line [46],000/);
    expect(await index.database.pointer.count()).toBe(8997);
    expect(
      setAside()
        .map(({ line }) => line)
        .sort((a, b) => a - b),
    ).toEqual([43, 2500, 3043, 6043]);
    const sent = calls.filter((body) => body.includes('"LINES"')).map((body) => /"from":(\d+)/.exec(body)![1]);
    // Two blocks may be under way at once: which of them arrives first is open.
    expect([...new Set(sent)].sort()).toEqual(['0', '2000', '4000', '6000', '8000']);
  });

  it('ends after the lines that are under way when it is told to, and reads what is compressed', async () => {
    writeFileSync(file, gzipSync(Array.from({ length: 5000 }, (_, at) => JSON.stringify(line(at + 1))).join('\n')));
    const child = start(file);
    held = (body) => {
      if (body.includes('"from":2000')) child.kill('SIGINT');
    };
    expect(await ended(child)).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^stopped at line [45],000/) as string,
    });
    held = undefined;
    expect(await run(file)).toMatchObject({ status: 0, out: 'loaded 5,000 of 5,000 lines of DEA' });
  });

  it('reads standard input, and with --replace withdraws what did not come', async () => {
    await contribute(index.database, 'DEA', [
      { sequence: 1n, op: 'UPSERT', type: 'RECORD', id: id(8), pointer: { contactId: null, labels: {} } },
    ]);
    const child = start('-', '--replace', '--yes');
    child.stdin!.end(JSON.stringify(line(1)));
    expect(await ended(child)).toMatchObject({ status: 0, out: 'loaded 1 of 1 lines of DEA; 1 withdrawn' });
    expect(await pointers()).toEqual([[1, 'p']]);
  });

  it.each<[string, (packed: readonly Buffer[]) => Uint8Array]>([
    ['that ends too early', ([one]) => one!.subarray(0, -9)],
    ['of which one part comes after padding', ([one, two]) => Buffer.concat([one!, Buffer.alloc(4), two!])],
    [
      'with lines that are not packed behind it',
      ([one]) => Buffer.concat([one!, Buffer.from(JSON.stringify(line(2)))]),
    ],
  ])('withdraws nothing for a compressed file %s', async (_what, made) => {
    await contribute(index.database, 'DEA', [
      { sequence: 1n, op: 'UPSERT', type: 'RECORD', id: id(8), pointer: { contactId: null, labels: {} } },
    ]);
    writeFileSync(file, made([1, 2].map((number) => gzipSync(`${JSON.stringify(line(number))}\n`))));
    expect(await run(file, '--replace')).toMatchObject({
      status: 2,
      err: expect.stringContaining('error: the file is not whole') as string,
    });
    expect(await pointers()).toContainEqual([8, null]);
  });

  it('is refused when it is signed by a key that the agency has not published', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    await ensurePartyKeys(other, 'DEA');
    write([line(1)]);
    const { status, err } = await run(file, '--home', other, '--blinding', join(home, 'private', 'blinding.json'));
    expect([status, err]).toEqual([1, expect.stringContaining('ASSERTION_')]);
    expect(existsSync(rejected)).toBe(false);
    expect(await pointers()).toEqual([]);
  });
});

function line(n: number, program = 'p') {
  return { type: 'RECORD', id: id(n), labels: { kind: 'REPORT_OF_INVESTIGATION', program } };
}

function blinded(kind: string, form: string): string {
  const code = createHmac('sha256', BLINDING.epochs.get(1)!)
    .update(`concordat/selector/2\0${kind}\0${form}`)
    .digest('hex');
  return `00${code.slice(0, 30)}`;
}
