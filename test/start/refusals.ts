import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TestHome } from './home.ts';
import { runProduct } from './product.ts';

/** A program, what it is started with, and what is wrong with that. */
export type WrongSetting = readonly [string, readonly string[], Readonly<Record<string, string>>, string];

/** Expects that a wrong setting is told, with what to do, and nothing of the inside. */
export async function expectTold(home: TestHome, [program, args, wrong, message]: WrongSetting): Promise<void> {
  const { status, stdout, stderr } = await runProduct(program, args, { ...home.env, ...wrong });
  expect(status).not.toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/\n\s+at /);
}

/** Expects that a port that is taken is told before anything is made. */
export async function expectTaken(home: TestHome, program: string, args: readonly string[], variable: string) {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as AddressInfo).port));
  });
  const inVain = join(home.folder, 'in-vain');
  const { status, stderr } = await runProduct(program, args, {
    ...home.env,
    CONCORDAT_HOME: inVain,
    [variable]: String(port),
  });
  taken.close();
  expect([status, existsSync(inVain)]).toEqual([1, false]);
  expect(stderr).toBe(
    `the port ${port} of \`127.0.0.1\` is taken: end what listens there, or set PORT to another (0: any free one)\n`,
  );
}
