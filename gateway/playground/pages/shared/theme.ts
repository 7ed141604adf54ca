import { Held } from './held.ts';
import { tab } from './session/tab.ts';

/** How the page looks: as the system does, unless the visitor has said otherwise. */
export type Theme = 'light' | 'dark';

const KEY = 'concordat.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

export const theme = new Held<Theme>(chosen() ?? systemTheme());

/** The visitor wants the other one, for as long as the tab is open. */
export function toggleTheme(): void {
  const other = theme.get() === 'dark' ? 'light' : 'dark';
  tab.keep(KEY, other);
  theme.set(other);
}

function chosen(): Theme | undefined {
  const kept = tab.read(KEY);
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}

function systemTheme(): Theme {
  return system.matches ? 'dark' : 'light';
}

function show(): void {
  document.documentElement.dataset['theme'] = theme.get();
}

show();
theme.subscribe(show);
system.addEventListener('change', () => theme.set(chosen() ?? systemTheme()));
