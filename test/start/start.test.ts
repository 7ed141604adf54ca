import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, firstQueryOfReadme, steady, type Answer } from './asking.ts';
import { useHome } from './home.ts';
import { startProduct, type Product } from './product.ts';
import { expectTaken, expectTold } from './refusals.ts';

const home = useHome();

/** The first answer under a ruleset that is waited for; after ten seconds the last one, whatever it is. */
async function askUntil(product: Product, token: string, isAwaited: (ruleset?: string) => boolean): Promise<Answer> {
  const until = performance.now() + 10_000;
  for (;;) {
    const answer = await ask(product, token);
    if (isAwaited(answer.extensions?.visibility.ruleset) || performance.now() > until) return answer;
    await pause(50);
  }
}

// Killed, started again, with an agency on its own, on another's server: `*.slow.ts` beside this.
describe('npm start', () => {
  it('answers under the agreements, follows their changes, and stops cleanly', async () => {
    const product = await startProduct('start/all.ts', [], { ...home.env, DEMO_RECORDS: '10' });
    const token = await home.tokenOf('DEA', 'analyst');
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);

    // The counts and titles of more records are held to the README beside this: `restart.slow.ts`.
    const { query, answer } = firstQueryOfReadme();
    expect(steady(await ask(product, token, query)).extensions).toEqual(answer.extensions);

    const first = await ask(product, token);
    expect(first.errors).toBeUndefined();
    const found = first.data?.records.totalCount ?? 0;
    expect(found).toBeGreaterThan(0);

    const health = await fetch(`${product.url}/health`);
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ status: 'ok' })]);

    // These tests start it with PLAYGROUND=off: nothing of the pages is there.
    const paths = ['/', '/matrix', '/agreements', '/playground/settings'];
    const pages = await Promise.all(paths.map((path) => fetch(`${product.url}${path}`)));
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    const tokens = await fetch(`${product.url}/playground/tokens`, { method: 'POST', body: '{}' });
    expect(tokens.status).toBe(404);

    // An agreement whose text changes after it was signed discloses nothing; restored, it does again.
    const path = join(home.folder, 'agreements', 'ofc-ice-2009.yaml');
    const text = await readFile(path, 'utf8');
    const signed = first.extensions?.visibility.ruleset;
    await writeFile(path, text.replace('text: ', 'text: Tampered. '));
    const tampered = await askUntil(product, token, (ruleset) => ruleset !== signed);
    expect(tampered.extensions?.visibility.ruleset).not.toBe(signed);
    expect(tampered.data?.records.totalCount).toBeLessThan(found);
    // All its parties find the same, and say it in one line.
    const told = () =>
      product
        .output()
        .split('\n')
        .filter((line) => line.includes('no longer arrive'));
    for (const until = performance.now() + 10_000; told().length === 0 && performance.now() < until;) await pause(50);
    expect(told().map((line) => (JSON.parse(line) as { absent: unknown }).absent)).toEqual([['ofc-ice-2009']]);

    await writeFile(path, text);
    const restored = await askUntil(product, token, (ruleset) => ruleset === signed);
    expect(restored.data?.records.totalCount).toBe(found);

    expect(await product.end('SIGTERM')).toBe(0);
  }, 120_000);
});

describe('a wrong setting', () => {
  it('is told, with what to do', () =>
    expectTold(home, [
      'start/all.ts',
      [],
      { PORT: 'http' },
      'PORT is `http`: set it to a whole number from 0 to 65535, or leave it out',
    ]));
});

describe('a port that is taken', () => {
  it('is told before anything is made', () => expectTaken(home, 'start/all.ts', [], 'PORT'));
});
