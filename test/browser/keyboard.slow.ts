import type { Page } from 'playwright-core';
import { useBrowsing } from './support/browsing.ts';
import { deskOf } from './support/desk.ts';
import { changeWho } from './support/stating.ts';

const browsing = useBrowsing();

/** The name of what has the focus. */
const focused = (page: Page) =>
  page.evaluate<string>('document.activeElement.innerText || document.activeElement.getAttribute("aria-label") || ""');

/** Goes on by the key until what has the focus is named so. */
async function goTo(page: Page, name: RegExp, key = 'Tab', most = 60): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`nothing named ${String(name)} is reached by ${key}; the focus is at ${await focused(page)}`);
}

it('leads from the skip link to an answer and to what the panel says of it, by keys alone', async () => {
  const { page } = await browsing.visit();
  const { rail, panel, answered } = deskOf(page);
  await rail.getByText('Dana Whitlock').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await goTo(page, /^Withheld by clause$/);
  await page.keyboard.press('Enter');
  await goTo(page, /^See it as DEA/);
  await page.keyboard.press('Enter');
  await answered();
  // Out of the editors, in which Tab moves on too, to the tabs beside them, and from one to the next.
  await goTo(page, /^Visibility$/, 'Tab', 200);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toMatch(/^In the answer/);
  await panel.getByText('withheld by ICE · ofc-ice-2009#III.C').first().waitFor();
});

it('walks the matrix by arrows, and tells of the cell where it stands', async () => {
  const { page } = await browsing.visit('/matrix');
  await changeWho(page, 'Dana Whitlock', ['drug-trafficking', 'investigation', 'DEA-2026-0042']);
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await page.getByRole('button', { name: 'Expand all' }).focus();
  await page.keyboard.press('Enter');
  for (let pressed = 0; pressed < 10 && (await grid.locator(':focus').count()) === 0; pressed++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const at = grid.locator('td:focus');
  await at.waitFor();
  const name = await at.getAttribute('aria-label');
  expect(name).toMatch(/open|some rows|contact|exists|silent|closed|no such field/);
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary', { name: 'What stands behind the cell' });
  await details.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Escape');
  await at.waitFor();
});
