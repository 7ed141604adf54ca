import { existsSync, mkdtempSync, realpathSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preparePlace } from '../../../platform/database/place.ts';

/** Only root needs a place elsewhere: the server runs under an account of its own, which cannot enter these homes. */
const asRoot = process.getuid?.() === 0 ? it : it.skip;
const homes: string[] = [];

function home(): string {
  const made = mkdtempSync(join(tmpdir(), 'concordat-place-'));
  homes.push(made);
  return made;
}

/** The folder behind the link, as if it had been made long ago. */
function longAgo(path: string): string {
  const { folder } = preparePlace(path);
  const hourAgo = new Date(Date.now() - 3_600_000);
  utimesSync(join(folder, 'link'), hourAgo, hourAgo);
  return realpathSync(folder);
}

afterEach(() => {
  for (const made of homes.splice(0)) {
    const postgres = join(made, 'postgres');
    if (existsSync(postgres)) rmSync(realpathSync(postgres), { recursive: true });
    rmSync(made, { recursive: true, force: true });
  }
});

describe('the place of the embedded server, beside a home that its account cannot enter', () => {
  asRoot('is removed some time after the home, when the home lay among temporary files', () => {
    const [gone, there] = [home(), home()];
    const [forgotten, kept] = [longAgo(gone), longAgo(there)];
    rmSync(gone, { recursive: true });
    preparePlace(home());
    expect([existsSync(forgotten), existsSync(kept)]).toEqual([false, true]);
  });

  asRoot('stays while its home may just be made', () => {
    const gone = home();
    const { folder } = preparePlace(gone);
    rmSync(gone, { recursive: true });
    preparePlace(home());
    expect(existsSync(folder)).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
