import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Starts a Chromium of this machine: none is downloaded. @throws Error that says how to get one */
export async function startBrowser(): Promise<Browser> {
  const executablePath = programOf(process.env['PATH'] ?? '');
  if (executablePath === undefined)
    throw new Error(
      'There is no Chromium on this machine: run `node scripts/chromium.mjs`, which says how to get one.',
    );
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

function programOf(path: string): string | undefined {
  const places = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find(mayRun);
}

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
