// `npm run screenshots`: takes the README's pictures of the playground, of the product as it starts, on its demo's data.
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { startBrowser } from '../test/browser/support/chromium.ts';
import { deskOf } from '../test/browser/support/desk.ts';
import { startPlayground } from '../test/browser/support/playground.ts';
import { changeWho } from '../test/browser/support/stating.ts';
import { visit } from '../test/browser/support/visit.ts';

const FOLDER = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const MOST_BYTES = 250_000;
const DRUGS = ['drug-trafficking', 'investigation', 'DEA-2026-0042'] as const;

/** A picture: where, in which colours, and what is done first. */
interface Picture {
  readonly name: string;
  readonly path: string;
  readonly colorScheme: 'light' | 'dark';
  readonly arrange: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: 'explore', path: '/', colorScheme: 'light', arrange: exploring },
  { name: 'withheld', path: '/', colorScheme: 'dark', arrange: withheld },
  { name: 'target', path: '/target', colorScheme: 'light', arrange: seeking },
  { name: 'target-graph', path: '/target', colorScheme: 'dark', arrange: walking },
  { name: 'matrix', path: '/matrix', colorScheme: 'light', arrange: comparing },
  { name: 'agreement', path: '/agreements/ofc-ice-2009', colorScheme: 'light', arrange: reading },
];

async function exploring(page: Page): Promise<void> {
  const { answer, prepared } = deskOf(page);
  await prepared('One search, many agencies');
  await answer.locator('.mark-note').first().waitFor();
}

async function withheld(page: Page): Promise<void> {
  const { answer, panel, prepared } = deskOf(page);
  await prepared('Withheld by clause');
  await answer.locator('.mark-note-withheld').first().waitFor();
  await panel.getByLabel('Originator').selectOption('ICE');
}

async function seeking(page: Page): Promise<void> {
  await changeWho(page, 'Dana Whitlock', DRUGS);
  await page.getByLabel('Telephone number').fill('+1 202 555 0143');
  await page.getByRole('button', { name: 'Make the profile' }).click();
  await page.getByRole('heading', { name: /the likeliest/ }).waitFor();
}

async function walking(page: Page): Promise<void> {
  await seeking(page);
  await page
    .getByRole('listbox', { name: /^Graph/ })
    .getByRole('option')
    .first()
    .focus();
  await page.getByRole('heading', { name: 'Whom they appear with, and what they share' }).scrollIntoViewIfNeeded();
  await page.locator('.graph-told').scrollIntoViewIfNeeded();
}

async function comparing(page: Page): Promise<void> {
  await changeWho(page, 'Dana Whitlock', DRUGS);
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('FBI/analyst');
  await page.getByRole('checkbox', { name: /^Only differences/ }).waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await page
    .getByRole('gridcell', { name: /differs/ })
    .first()
    .click();
}

async function reading(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Dana Whitlock' }).click();
  await page.getByRole('heading', { name: 'Clauses' }).waitFor();
}

async function take(browser: Browser, url: string, { name, path, colorScheme, arrange }: Picture): Promise<void> {
  const options: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, colorScheme };
  const { page, end } = await visit(browser, url, path, options);
  await arrange(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  const file = `${FOLDER}${name}.png`;
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  await end();
  const { size } = statSync(file);
  console.log(`docs/screenshots/${name}.png ${Math.round(size / 1000)} kB`);
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1000} kB`);
}

mkdirSync(FOLDER, { recursive: true });
const [browser, playground] = await Promise.all([startBrowser(), startPlayground({ DEMO_RECORDS: '80' })]);
try {
  for (const picture of PICTURES) await take(browser, playground.url, picture);
} finally {
  await browser.close();
  await playground.end();
}
