import type { Persona, PlaygroundSettings } from '../../settings.ts';
import { connection } from './connection.ts';
import { Held, useHeld } from './held.ts';

/** What the gateway tells its pages; `failed`: it could not be had. */
export type Settings = PlaygroundSettings | 'loading' | 'failed';

const settings = new Held<Settings>('loading');

/** What the gateway tells its pages. It is asked for once a page, and again when a lost connection is back. */
export function useSettings(): Settings {
  return useHeld(settings);
}

/** The personas that are there. */
export function personasIn(told: Settings): readonly Persona[] {
  return typeof told === 'string' ? [] : told.personas;
}

async function load(): Promise<void> {
  try {
    const response = await fetch('/playground/settings');
    settings.set(response.ok ? ((await response.json()) as PlaygroundSettings) : 'failed');
  } catch {
    settings.set('failed');
    connection.set('lost');
  }
}

void load();
connection.subscribe(() => {
  if (connection.get() === 'there' && typeof settings.get() === 'string') void load();
});
