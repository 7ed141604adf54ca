import type { Page } from 'playwright-core';

const NAME = '"(?:\\./|/playground/assets/)([\\w.-]+\\.js)"';
const AT_ONCE = new RegExp(`(?:from|import)\\s*${NAME}`, 'g');
const LATER = new RegExp(`import\\(\\s*${NAME}`, 'g');

/** The scripts that a page imports later than itself: those that it asks for, and what these ask for in their turn. */
export async function laterParts(page: Page): Promise<{ readonly own: Parts; readonly ofThose: Parts }> {
  const texts = new Map<string, string>();
  const read = async (name: string) => {
    const known = texts.get(name);
    if (known !== undefined) return known;
    const response = await page.request.get(new URL(`/playground/assets/${name}`, page.url()).href);
    const text = await response.text();
    texts.set(name, text);
    return text;
  };
  const closure = async (names: Iterable<string>) => {
    const all = new Set(names);
    for (const name of all) for (const [, next] of (await read(name)).matchAll(AT_ONCE)) all.add(next!);
    return all;
  };
  const importedBy = async (names: Parts) => {
    const found = new Set<string>();
    for (const name of names) for (const [, next] of (await read(name)).matchAll(LATER)) found.add(next!);
    return closure(found);
  };
  const entry = await page.locator('script[type="module"][src]').first().getAttribute('src');
  const first = await closure([entry!.slice(entry!.lastIndexOf('/') + 1)]);
  const own = await importedBy(first);
  const ofThose = await importedBy(own);
  return { own: without(own, first), ofThose: without(ofThose, new Set([...first, ...own])) };
}

type Parts = ReadonlySet<string>;

function without(names: Parts, others: Parts): Parts {
  return new Set([...names].filter((name) => !others.has(name)));
}
