import type { Page } from 'playwright-core';
import { useBrowsing } from './support/browsing.ts';
import { deskOf } from './support/desk.ts';
import { laterParts } from './support/parts.ts';
import { changeWho } from './support/stating.ts';

const browsing = useBrowsing();
const LOST = 'The gateway cannot be reached.';

it('a page whose gateway has stopped says so, keeps what it showed, and goes on when it is there again', async () => {
  const opened = await browsing.visit();
  const { page } = opened;
  const { answer, panel, prepared, ask } = deskOf(page);
  await prepared('Withheld by clause');
  await answer.getByText('"court"').first().waitFor();

  await browsing.playground.stop();
  await page.getByRole('alert').filter({ hasText: LOST }).waitFor();
  await page.getByRole('status').getByText('Not connected').or(page.getByText('Not connected')).first().waitFor();
  expect(await panel.innerText()).toContain('ofc-ice-2009 III.C');

  await browsing.playground.start();
  await tryNow(page);
  await ask();
  await answer.getByText('"court"').first().waitFor();
  forget(opened.trouble);
});

it('a browser that is offline is told so on every page, and goes on by itself', async () => {
  const opened = await browsing.visit('/matrix');
  const { page, context } = opened;
  await changeWho(page, 'Dana Whitlock', ['drug-trafficking', 'investigation', 'DEA-2026-0042']);
  await page.getByRole('grid').waitFor();
  await context.setOffline(true);
  await page.getByRole('alert').filter({ hasText: LOST }).waitFor();
  expect(await page.getByRole('grid').isVisible()).toBe(true);
  await context.setOffline(false);
  await page.getByRole('alert').filter({ hasText: LOST }).waitFor({ state: 'hidden' });
  forget(opened.trouble);
});

it.each(['own', 'ofThose'] as const)(
  'a gateway that stops while editors are on their way (%s) leaves a page that says so, and comes whole when asked again',
  async (which) => {
    const { page, trouble } = await browsing.visit();
    const parts = (await laterParts(page))[which];
    expect(parts.size).toBeGreaterThan(0);
    await page.goto('about:blank');
    const stopped = (url: URL) => url.pathname === '/health' || parts.has(url.pathname.replace(/^.*\//, ''));
    await page.route(stopped, (route) => route.abort('connectionrefused'));
    await page.goto(browsing.playground.url);
    await page.getByText('The editors could not be loaded.').waitFor();
    await page.getByRole('alert').filter({ hasText: LOST }).waitFor();
    await page.getByText('Not connected').first().waitFor();

    await page.unroute(stopped);
    await tryNow(page);
    await page.getByRole('button', { name: 'Try again' }).click();
    const { answer, prepared } = deskOf(page);
    await prepared('Withheld by clause');
    await answer.getByText('"court"').first().waitFor();
    forget(trouble);
  },
);

/** Until the page is connected: by the button, or by the page's own next try where that comes first and takes the button away. */
async function tryNow(page: Page): Promise<void> {
  const connected = page.getByRole('alert').filter({ hasText: LOST }).waitFor({ state: 'hidden' });
  await Promise.race([page.getByRole('button', { name: 'Try now' }).click(), connected]);
  await connected;
}

/** What could not be reached is the browser's own to tell of. Anything else is trouble. */
function forget(trouble: string[]): void {
  const rest = trouble.filter(
    (what) =>
      !/net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED|CONNECTION_RESET|EMPTY_RESPONSE|NETWORK_CHANGED)/.test(what),
  );
  trouble.splice(0, trouble.length, ...rest);
}
