import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './atomic-write.ts';

/** Where the hub of this machine listens, without paths. */
export interface HubAddresses {
  readonly registry: string;
  readonly index: string;
  readonly deconfliction: string;
}

const OWNER_ONLY = 0o600;

function pathIn(home: string): string {
  return join(home, 'listening.json');
}

/**
 * Writes into a home where its hub listens, as it may take any free port. What a process that was killed has left says
 * where nothing listens any more, or is overwritten.
 * @param urls of what runs there, with any path
 */
export async function keepAddresses(home: string, urls: HubAddresses): Promise<{ stop(): Promise<void> }> {
  const origin = (url: string) => new URL(url).origin;
  const { registry, index, deconfliction } = urls;
  const addresses = { registry: origin(registry), index: origin(index), deconfliction: origin(deconfliction) };
  const text = `${JSON.stringify(addresses, undefined, 2)}\n`;
  const path = pathIn(home);
  await replaceFile(path, text, OWNER_ONLY);
  return {
    stop: async () => {
      // Whoever has started since has written its own.
      if ((await textOf(path)) === text) await rm(path, { force: true });
    },
  };
}

/** Where the hub of a home was last said to listen. Undefined: it was stopped, or never ran. */
export async function keptAddresses(home: string): Promise<HubAddresses | undefined> {
  try {
    const told = JSON.parse((await textOf(pathIn(home))) ?? '') as Partial<HubAddresses>;
    return [told.registry, told.index, told.deconfliction].every(isAddress) ? (told as HubAddresses) : undefined;
  } catch {
    return undefined;
  }
}

function isAddress(told: unknown): boolean {
  return typeof told === 'string' && /^https?:/.test(told) && URL.canParse(told);
}

function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined);
}
