import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IndexAway, patient } from '../../cli/contribute/patient.ts';
import { main } from '../../cli/main.ts';
import { keepAddresses } from '../../platform/hub-addresses.ts';
import { LoadRefused, type LoadCalls } from '../../subgraphs/kit/loads.ts';
import { useContributing } from './contributing.ts';

/** Nothing may listen there (RFC 6335: `tcpmux`). */
const NOWHERE = 'http://127.0.0.1:1';

const given = useContributing();

const numbers = (count: number, from = 1) => Array.from({ length: count }, (_, at) => from + at);
const toIndex = (file: string, ...options: readonly string[]) =>
  given.contribute(file, '--index', given.url, ...options);

beforeEach(() =>
  given.index.loads.query('TRUNCATE pointer, once_owned, contribution, selector, load, withdrawn_during_load'),
);

describe('contribute --replace', () => {
  it('withdraws nothing when it would be more than a tenth, and says how much, and what to do', async () => {
    await toIndex(given.fileOf(...numbers(20)));
    const wrong = given.fileOf(...numbers(5));
    expect(await toIndex(wrong, '--replace')).toEqual({
      status: 1,
      out: 'loaded 5 of 5 lines of DEA; nothing was withdrawn\n',
      err:
        '`--replace` would withdraw 15 of the 20 objects that the index has of DEA: more than a tenth. Run the same again ' +
        'with `--yes` when the file is whole, and without `--replace` when it is not\n',
    });
    expect(await given.held()).toEqual(numbers(20));

    expect(await toIndex(wrong, '--replace', '--yes')).toEqual({
      status: 0,
      out: 'loaded 5 of 5 lines of DEA; 15 withdrawn\n',
      err:
        'goes on after line 5, up to which the index has it\n' +
        'withdraws 15 of the 20 objects that the index has of DEA\n',
    });
    expect(await given.held()).toEqual(numbers(5));
  });

  it('keeps all when the same is then run without it', async () => {
    await toIndex(given.fileOf(...numbers(20)));
    const wrong = given.fileOf(...numbers(5));
    await toIndex(wrong, '--replace');
    expect(await toIndex(wrong)).toMatchObject({ status: 0, out: 'loaded 5 of 5 lines of DEA\n' });
    expect(await given.held()).toEqual(numbers(20));
  });

  it('says before how much it withdraws, and withdraws up to a tenth without being asked twice', async () => {
    await toIndex(given.fileOf(...numbers(20)));
    // Of twenty-one, two are a little less than a tenth.
    expect(await toIndex(given.fileOf(...numbers(19, 3)), '--replace')).toEqual({
      status: 0,
      out: 'loaded 19 of 19 lines of DEA; 2 withdrawn\n',
      err: 'withdraws 2 of the 21 objects that the index has of DEA\n',
    });
    expect(await toIndex(given.fileOf(...numbers(20, 3)), '--replace')).toMatchObject({ status: 0, err: '' });
    expect(await given.held()).toEqual(numbers(20, 3));
  });
});

describe('contribute, while the index is away', () => {
  it('ends at once when it is stopped, with a line, and says that it can be run again', async () => {
    const said: string[] = [];
    const complain = (line: string) => {
      said.push(line);
      if (line.includes('again in')) process.emit('SIGTERM');
    };
    const args = ['contribute', '--home', given.home, '--index', NOWHERE, 'DEA', given.fileOf(1)];
    expect(await main(args, { print: complain, complain, mark: (_, text) => text })).toBe(1);
    expect(said).toEqual([
      'the index does not answer (ECONNREFUSED); again in 0.5 s',
      'stopping after the lines that are under way',
      'stopped: the index does not answer (ECONNREFUSED); run the same again, and it goes on where it was',
    ]);
  });

  it('gives up in the end, and not before', async () => {
    let tries = 0;
    const failing = { begin: () => ((tries += 1), Promise.reject(new Error('away'))) } as unknown as LoadCalls;
    const patience = { onTrouble: () => undefined, signal: new AbortController().signal, pauses: [1, 1] };
    await expect(patient(failing, patience).begin(false)).rejects.toMatchObject({
      name: 'IndexAway',
      isStopped: false,
    });
    expect(tries).toBe(3);
  });

  it('does not ask again what the index has refused', async () => {
    const refused = new LoadRefused(400, 'BAD_CONTRIBUTION', 'no');
    const refusing = { begin: () => Promise.reject(refused) } as unknown as LoadCalls;
    const patience = { onTrouble: () => undefined, signal: AbortSignal.abort(), pauses: [1] };
    await expect(patient(refusing, patience).begin(false)).rejects.toBe(refused);
    const away = { begin: () => Promise.reject(new Error('away')) } as unknown as LoadCalls;
    await expect(patient(away, patience).begin(false)).rejects.toBeInstanceOf(IndexAway);
  });
});

describe('contribute, when nobody says where the index listens', () => {
  const withoutVariable = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const before = process.env['INDEX_URL'];
    delete process.env['INDEX_URL'];
    try {
      return await work();
    } finally {
      if (before !== undefined) process.env['INDEX_URL'] = before;
    }
  };
  const contribute = (file: string) => withoutVariable(() => given.contribute(file));
  const at = (index: string) => ({ registry: NOWHERE, index: `${index}/graphql`, deconfliction: NOWHERE });

  it('goes where the product of the home listens, which only its owner may read', async () => {
    const addresses = await keepAddresses(given.home, at(given.url));
    expect(statSync(join(given.home, 'listening.json')).mode & 0o777).toBe(0o600);
    expect(await contribute(given.fileOf(1))).toMatchObject({ status: 0, out: 'loaded 1 of 1 lines of DEA\n' });
    await addresses.stop();
    expect(await contribute(given.fileOf(1))).toMatchObject({
      status: 2,
      err: expect.stringMatching(NOT_RUNNING) as string,
    });
  });

  it('says so when nothing listens there any more', async () => {
    const addresses = await keepAddresses(given.home, at(NOWHERE));
    expect(await contribute(given.fileOf(1))).toEqual({
      status: 2,
      out: '',
      err:
        'error: nothing listens at http://127.0.0.1:1, where `npm start` last was: start it again, or say where the index ' +
        'listens: `--index http://…`, or INDEX_URL\n',
    });
    await addresses.stop();
  });

  it('leaves what another has written since, and does not believe what is none', async () => {
    const first = await keepAddresses(given.home, at(NOWHERE));
    const second = await keepAddresses(given.home, at(given.url));
    await first.stop();
    expect(await contribute(given.fileOf(1))).toMatchObject({ status: 0 });
    await second.stop();
    for (const text of ['{"index":', '{}', '{"registry":"x","index":"file:///x","deconfliction":"x"}']) {
      writeFileSync(join(given.home, 'listening.json'), text);
      expect(await contribute(given.fileOf(1))).toMatchObject({
        status: 2,
        err: expect.stringMatching(NOT_RUNNING) as string,
      });
    }
  });
});

const NOT_RUNNING = /^error: `npm start` does not run with the home `.*`: say where the index listens: /;
