import type { Locator, Page } from 'playwright-core';

/** States what a question is for, in the form within. */
export async function statePurpose(within: Locator, area: string, use: string, number: string): Promise<void> {
  await within.getByLabel('Crime area').first().selectOption(area);
  await within.getByLabel('Use', { exact: true }).selectOption(use);
  await within.getByLabel('Your case number').fill(number);
  await within.getByRole('button', { name: 'State this purpose' }).click();
}

/** On a page that has no other place for it: chooses who asks, and what for. */
export async function changeWho(
  page: Page,
  name: string,
  purpose?: readonly [area: string, use: string, number: string],
): Promise<void> {
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name }).check();
  if (purpose) await statePurpose(dialog, ...purpose);
  await dialog.getByRole('button', { name: 'Done' }).click();
}
