import { useBrowsing } from './support/browsing.ts';
import { changeWho } from './support/stating.ts';

const browsing = useBrowsing();

it('sums a category of the matrix up as no more open than its cells', async () => {
  const { page } = await browsing.visit('/matrix');
  await changeWho(page, 'Dana Whitlock', ['drug-trafficking', 'investigation', 'DEA-2026-0042']);
  await page.getByRole('grid').waitFor();
  const sum = (column: number) => page.locator(`tr[data-key="category-RECORD_SUMMARY"] td[data-column="${column}"]`);
  const codes = await page.locator('th.originator').allInnerTexts();
  expect(await sum(codes.indexOf('DEA') + 1).getAttribute('aria-label')).toBe('of 10: 10 open');
  expect(await sum(codes.indexOf('ICE') + 1).getAttribute('aria-label')).toBe('of 10: 10 on some rows');
  expect(await sum(codes.indexOf('ICRF') + 1).getAttribute('aria-label')).toBe('none shown');
});

it('lets whose token is refused choose again who asks, with the way out in sight', async () => {
  const { page } = await browsing.visit('/matrix');
  await page.getByText('Paste a token').last().click();
  await page
    .getByLabel(/^Bearer token/)
    .last()
    .fill('nonsense');
  await page.getByRole('button', { name: 'Ask with this token' }).last().click();
  await page.getByRole('button', { name: 'Choose who asks' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who asks, and what for' });
  const done = await dialog.getByRole('button', { name: 'Done' }).boundingBox();
  expect((done?.y ?? Infinity) + (done?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 0);
  await dialog.getByRole('radio', { name: 'Dana Whitlock' }).check();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('grid').waitFor();
});
