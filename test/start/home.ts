import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { killLeftovers, runProduct } from './product.ts';

const AGREEMENTS = fileURLToPath(new URL('../../agreements', import.meta.url));

/** A home of a suite's own, and agreements that it may change; known once its `beforeAll` has run. */
export interface TestHome {
  readonly folder: string;
  /** What a program is started with. */
  readonly env: Readonly<Record<string, string>>;
  readonly tokenOf: (...persona: readonly string[]) => Promise<string>;
}

/** Gives the suite that calls it a home, and removes it at the end with all that was started in it. */
export function useHome(): TestHome {
  const home = { folder: '', env: {} as Record<string, string>, tokenOf };
  beforeAll(async () => {
    home.folder = await mkdtemp(join(tmpdir(), 'concordat-start-'));
    await cp(AGREEMENTS, join(home.folder, 'agreements'), { recursive: true });
    home.env = {
      PORT: '0',
      CONCORDAT_HOME: join(home.folder, 'home'),
      AGREEMENTS_DIR: join(home.folder, 'agreements'),
    };
  });
  afterAll(() => {
    killLeftovers();
    return rm(home.folder, { recursive: true, force: true });
  });
  async function tokenOf(...persona: readonly string[]): Promise<string> {
    const { status, stdout } = await runProduct('cli/token.ts', persona, home.env);
    expect(status).toBe(0);
    return stdout.trim();
  }
  return home;
}
