import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Administration } from '../../platform/database/administration.ts';
import { testServer } from '../support/database.ts';
import { AGENCIES } from './agencies.ts';
import { killLeftovers, runProduct, startProduct } from './product.ts';

const RUN = `concordat_test_${process.pid}_own`;
const nameOf = (code: string) => `${RUN}_${code.toLowerCase().replaceAll('-', '_')}`;

let server: Administration;
let folder: string;

beforeAll(async () => {
  server = await testServer();
  folder = await mkdtemp(join(tmpdir(), 'concordat-own-'));
  for (const code of ['hub', ...AGENCIES]) await server.ensure(nameOf(code));
});

afterAll(async () => {
  killLeftovers();
  for (const code of ['hub', ...AGENCIES]) await server.drop(nameOf(code));
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

it("runs on a PostgreSQL server of the user's own, and keeps no database beside it", async () => {
  const urls = AGENCIES.map(
    (code) => [`DATABASE_URL_${code.replaceAll('-', '_')}`, server.urlOf(nameOf(code))] as const,
  );
  const env = {
    PORT: '0',
    CONCORDAT_HOME: folder,
    DEMO_RECORDS: '10',
    DATABASE_URL: server.urlOf(nameOf('hub')),
    ...Object.fromEntries(urls),
  };
  let token = '';
  for (const start of ['first', 'second']) {
    const product = await startProduct('start/all.ts', [], env);
    token ||= (await runProduct('cli/token.ts', ['DEA', 'analyst'], env)).stdout.trim();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const query = '{ records(filter: { originators: ["DEA"] }) { totalCount } }';
    const response = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    const answer = (await response.json()) as { data?: { records: { totalCount: number } } };
    expect([start, answer.data?.records.totalCount]).toEqual([start, expect.any(Number)]);
    expect(answer.data?.records.totalCount).toBeGreaterThanOrEqual(10);
    expect(await product.end('SIGTERM')).toBe(0);
  }
  expect((await readdir(folder)).sort()).toEqual(['archive', 'keys', 'private', 'signatures']);
});
