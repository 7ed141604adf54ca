import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from '../../cli/main.ts';

/** A small folder of agreements: a centre, an agreement of ICE and DEA, and one that comes later. */
export const FOLDER = fileURLToPath(new URL('folder', import.meta.url));

let root = '';

/** Gives the suite that calls it a folder for its places, which is removed after it. */
export function usePlaces(): void {
  const made = mkdtempSync(join(tmpdir(), 'concordat-verbs-'));
  root = made;
  afterAll(() => rmSync(made, { recursive: true, force: true }));
}

/** What a verb says, and the exit status that it gives. */
export async function concordat(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const status = await main(args, {
    print: (line) => void (said.out += `${line}\n`),
    complain: (line) => void (said.err += `${line}\n`),
    mark: (_, text) => text,
  });
  return { status, ...said };
}

/** What a verb is known to say: a file in `golden`. */
export function golden(name: string): string {
  return readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8');
}

/** What was said, without the digest and the size of a ruleset: how those are computed is tested elsewhere. */
export function steady(said: string): string {
  return said.replaceAll(/sha256-[\w-]+/g, 'sha256-').replaceAll(/\d+ bytes/g, 'some bytes');
}

let copies = 0;

/** The small folder with one document changed. @returns its path */
export function changed(name: string, ...changes: readonly Change[]): string {
  return changedCopy(FOLDER, name, ...changes);
}

/** What is put in the place of what. */
type Change = readonly [before: string, after: string];

/** A copy of a folder with one document changed. @returns its path */
export function changedCopy(of: string, name: string, ...changes: readonly Change[]): string {
  const folder = place(`changed-${(copies += 1)}`);
  cpSync(of, folder, { recursive: true });
  let text = readFileSync(join(folder, name), 'utf8');
  for (const [before, after] of changes) {
    expect(text).toContain(before);
    text = text.replace(before, after);
  }
  writeFileSync(join(folder, name), text);
  return folder;
}

/** A path of the suite's own. */
export function place(name: string): string {
  return join(root, name);
}
