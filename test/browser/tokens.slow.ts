import type { Page } from 'playwright-core';
import { useBrowsing } from './support/browsing.ts';
import { deskOf } from './support/desk.ts';
import { tokenOf } from './support/tokens.ts';

const browsing = useBrowsing();

async function paste(page: Page, token: string): Promise<void> {
  const { rail } = deskOf(page);
  const field = rail.getByLabel(/^Bearer token/);
  if (!(await field.isVisible())) await rail.getByText('Paste a token').click();
  await field.fill(token);
  await rail.getByRole('button', { name: 'Ask with this token' }).click();
}

describe('a pasted token', () => {
  const yesterday = () => new Date(Date.now() - 24 * 60 * 60 * 1000);
  it.each([
    ['that is nonsense', async () => 'nonsense', 'TOKEN_INVALID', 'Sign in again'],
    [
      'that has expired',
      () => tokenOf(browsing.playground, { now: yesterday(), seconds: 60 }),
      'TOKEN_INVALID',
      'Sign in again',
    ],
    [
      'of an issuer that nobody knows',
      () => tokenOf(browsing.playground, { issuer: 'https://id.nobody.example' }),
      'ISSUER_UNKNOWN',
      'your own agency’s issuer',
    ],
  ])('%s is refused with code, words and remedy, and nothing else is lost', async (_, make, code, remedy) => {
    const { page } = await browsing.visit();
    const { rail, answer, prepared, persona, ask } = deskOf(page);
    await prepared('Withheld by clause');
    const question = await page.locator('.sheet-question').innerText();
    await paste(page, await make());
    await ask();
    const refusal = answer.getByRole('alert');
    await refusal.waitFor();
    const words = (await refusal.innerText()).replaceAll("'", '’');
    expect(words).toContain(code);
    expect(words).toContain(remedy);
    await rail.getByRole('alert').filter({ hasText: code }).waitFor();

    // The question and the purpose are still there: with somebody whom the gateway knows, they are answered.
    expect(await page.locator('.sheet-question').innerText()).toBe(question);
    expect(await page.getByRole('banner').innerText()).toContain('DEA-2026-0042');
    await persona('Dana Whitlock');
    await ask();
    await answer.getByText('"court"').first().waitFor();
    await refusal.waitFor({ state: 'hidden' });
  });

  it('of the viewer’s own agency is taken, and leaves neither this tab nor its memory', async () => {
    const { page, context } = await browsing.visit();
    const { answer, prepared, ask } = deskOf(page);
    await prepared('Withheld by clause');
    const token = await tokenOf(browsing.playground);
    const urls: string[] = [];
    context.on('request', (request) => urls.push(request.url()));
    await paste(page, token);
    await ask();
    await answer.getByText('"court"').first().waitFor();
    expect(await page.getByRole('banner').innerText()).toContain('analyst, DEA (pasted token)');
    expect(urls.filter((url) => url.includes(token))).toEqual([]);
    expect(page.url()).not.toContain(token);
    const kept = await page.evaluate<string>('JSON.stringify([localStorage, document.cookie])');
    expect(kept).not.toContain(token);
    const other = await context.newPage();
    await other.goto(browsing.playground.url);
    await other.getByText('Nobody asks yet').first().waitFor();
  });
});
