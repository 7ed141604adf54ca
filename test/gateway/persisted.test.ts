import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSchema } from 'graphql';
import { manifestFile, type ManifestNews } from '../../gateway/persisted/manifest-file.ts';
import { readManifest } from '../../gateway/persisted/manifest.ts';
import { agreed } from '../support/scenario/agreed.ts';
import { post } from '../support/scenario/http.ts';
import { PURPOSE, useScenario } from '../support/scenario/scenario.ts';

const AGENCIES = ['DEA', 'ICE'];
const agreement = agreed(AGENCIES, [
  { id: '1', share: { from: AGENCIES, to: AGENCIES, categories: ['RECORD_SUMMARY'] } },
]);

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const entry = (name: string, selection: string): Entry => {
  const body = `query ${name} ${selection}`;
  return { id: sha256(body), name, type: 'query', body };
};
const manifest = (...operations: readonly unknown[]) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });

const COUNT = entry('Count', '{ records { totalCount } }');
const OWN = { ...entry('Own', '{ __typename }'), id: 'own-1' };
const PAGE = entry('Page', '($n: Int) { records(first: $n) { edges { cursor } } }');

describe('listed operations', () => {
  let folder = '';
  let file = '';
  const mode = { only: false };
  const news: ManifestNews[] = [];
  const scenario = useScenario(async () => {
    folder = await mkdtemp(join(tmpdir(), 'listed-'));
    file = join(folder, 'manifest.json');
    await writeFile(file, manifest(COUNT, OWN));
    const persisted = manifestFile(file, false, (heard) => void news.push(heard));
    return {
      agencies: AGENCIES,
      agreements: [agreement],
      data: { DEA: [], ICE: [] },
      door: { persisted: Object.defineProperty({ ...persisted }, 'only', { get: () => mode.only }) },
    };
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => void (mode.only = false));

  async function ask(body: object): Promise<string> {
    const headers = { authorization: `Bearer ${await scenario.token('DEA')}`, 'x-purpose': PURPOSE };
    const { text } = await post(scenario.url, headers, body);
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: { extensions: { code: string } }[] };
    return errors ? errors.map(({ extensions }) => extensions.code).join() : JSON.stringify(data);
  }
  const apollo = (sha256Hash: unknown, version: unknown = 1) => ({
    extensions: { persistedQuery: { version, sha256Hash } },
  });
  const counted = '{"records":{"totalCount":0}}';
  const typename = '{"__typename":"Query"}';

  it('are named by their id, or by their hash', async () => {
    expect(await ask(apollo(COUNT.id))).toBe(counted);
    expect(await ask({ documentId: COUNT.id })).toBe(counted);
    expect(await ask({ documentId: `sha256:${COUNT.id}` })).toBe(counted);
    expect(await ask({ documentId: 'own-1', operationName: 'Own' })).toBe(typename);
    expect(await ask(apollo('own-1'))).toBe(typename);
    expect(await ask({ documentId: `sha256:${sha256(OWN.body)}` })).toBe(typename);
  });

  it('are named by a GET too', async () => {
    const headers = { authorization: `Bearer ${await scenario.token('DEA')}`, 'apollo-require-preflight': 'true' };
    const response = await fetch(`${scenario.url}/graphql?documentId=own-1`, { headers });
    expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('that are not there are not told to whoever has no token', async () => {
    const codes = await Promise.all(
      ['own-1', 'own-2'].map(async (documentId) => (await post(scenario.url, {}, { documentId })).text),
    );
    expect(codes[0]).toContain('TOKEN_MISSING');
    expect(codes[1]).toBe(codes[0]);
  });

  it('that are not there are refused', async () => {
    expect(await ask({ documentId: 'own-2' })).toBe('PERSISTED_OPERATION_UNKNOWN');
    expect(await ask({ documentId: 'sha256:own-1' })).toBe('PERSISTED_OPERATION_UNKNOWN');
    expect(await ask({ documentId: '__proto__' })).toBe('PERSISTED_OPERATION_UNKNOWN');
    expect(await ask(apollo(COUNT.id, 2))).toBe('BAD_REQUEST');
    expect(await ask({ documentId: 'own-1', ...apollo(COUNT.id) })).toBe('BAD_REQUEST');
  });

  it('are never added by asking them', async () => {
    const query = 'query Mine { __typename }';
    expect(await ask({ query, ...apollo(sha256(query)) })).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    expect(await ask(apollo(sha256(query)))).toBe('PERSISTED_OPERATION_UNKNOWN');
    expect(await ask({ query: COUNT.body, ...apollo('own-1') })).toBe('BAD_REQUEST');
    expect(await ask({ query: OWN.body, ...apollo('own-1') })).toBe(typename);
  });

  it('alone are answered where the gateway is told so: nothing else, not even the schema', async () => {
    mode.only = true;
    expect(await ask({ query: '{ __typename }' })).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(await ask({ query: '{ __schema { queryType { name } } }' })).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(await ask({ query: `${OWN.body} ` })).toBe('PERSISTED_OPERATION_REQUIRED');
    expect(await ask({ query: OWN.body })).toBe(typename);
    expect(await ask({ documentId: COUNT.id })).toBe(counted);
  });

  it('are those of the file as it is now; a broken one changes nothing', async () => {
    const heard = async (count: number) => {
      while (news.length < count) await sleep(20);
      return news.at(-1);
    };
    await writeFile(file, manifest(COUNT, PAGE));
    expect(await heard(1)).toEqual({ listed: 2 });
    expect(await ask({ documentId: PAGE.id, variables: { n: 3 } })).toBe('{"records":{"edges":[]}}');
    expect(await ask({ documentId: 'own-1' })).toBe('PERSISTED_OPERATION_UNKNOWN');
    await writeFile(file, (await readFile(file, 'utf8')).replace('totalCount', 'total'));
    expect(await heard(2)).toEqual({ mistakes: [expect.stringContaining('operation 1 (`Count`)')] });
    expect(await ask({ documentId: COUNT.id })).toBe(counted);
  });
});

describe('a manifest', () => {
  const schema = buildSchema('type Query { a: Int } type Mutation { b: Int }');
  const mistakes = (text: string) => {
    const read = readManifest(text, schema);
    return 'mistakes' in read ? read.mistakes : [];
  };

  it('tells every mistake of every operation, and where it is', () => {
    expect(
      mistakes(
        manifest(
          { id: '1', name: 'A', type: 'query', body: 'query A { a }' },
          { id: '1', name: 'B', type: 'mutation', body: 'query C { nothing }' },
          { id: 'a b', name: 'D', type: 'query', body: 'query D { a }' },
          { id: '4', name: 'E', type: 'query', body: '{ a' },
          { id: '5', name: 'F', type: 'query', body: 'query F { a } query G { a }' },
          { id: '6', body: 'query H { a }' },
          null,
        ),
      ),
    ).toEqual([
      'operation 2 (`B`): its id is there twice',
      'operation 2 (`B`): its body names another operation',
      'operation 2 (`B`): its body is a query, and not a `mutation`',
      'operation 2 (`B`): Cannot query field "nothing" on type "Query".',
      'operation 3 (`D`): its id may have letters, digits and `-` `.` `_` `~`',
      'operation 4 (`E`): its body is not GraphQL: Syntax Error: Expected Name, found <EOF>.',
      'operation 5 (`F`): its body has 2 operations, and not one',
      'operation 6: it needs `id`, `name`, `type`, `body`, each a text',
      'operation 7: it needs `id`, `name`, `type`, `body`, each a text',
    ]);
  });

  it.each([
    ['{', 'it is not JSON'],
    ['null', 'it is no `apollo-persisted-query-manifest` of version 1'],
    [
      '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}',
      'it is no `apollo-persisted-query-manifest` of version 1',
    ],
    ['{"format":"apollo-persisted-query-manifest","version":1}', '`operations` is not a list'],
  ])('that is %s is none', (text, mistake) => {
    expect(mistakes(text)).toEqual([mistake]);
  });

  it('with a mistake keeps the gateway from starting, and names the file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'listed-'));
    const file = join(folder, 'manifest.json');
    await writeFile(file, manifest(COUNT));
    await expect(manifestFile(file, true, () => undefined).open?.(schema)).rejects.toThrow(
      `${file} lists no operations:\n  operation 1 (\`Count\`): Cannot query field "records" on type "Query".`,
    );
    await expect(manifestFile(`${file}.none`, true, () => undefined).open?.(schema)).rejects.toThrow(
      'it cannot be read',
    );
    await rm(folder, { recursive: true });
  });
});
