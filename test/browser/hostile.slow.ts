import type { Page, Route } from 'playwright-core';
import type { Visibility } from '../../gateway/explain/explain.ts';
import { useBrowsing } from './support/browsing.ts';
import { deskOf } from './support/desk.ts';
import { propertiesOf } from './support/properties.ts';

const browsing = useBrowsing();
const HOSTILE =
  '<img src=https://evil.example/a.png onerror=alert(1)> ![x](https://evil.example/b.png) [run](javascript:alert(2)) https://evil.example/c.png';
const NULLS = 3_000;

interface Body {
  readonly data: { records?: { edges: unknown[] }; __schema?: { types: Described[] } };
  readonly extensions?: { readonly visibility: Visibility };
}
interface Described {
  description: string;
  readonly fields?: readonly Described[] | null;
}

/** Answers as the gateway does, but for what agencies and agreements chose to write. */
async function answerAs(page: Page, write: (body: Body) => void): Promise<void> {
  await page.route('**/graphql', async (route: Route) => {
    const response = await route.fetch();
    const body = (await response.json()) as Body;
    write(body);
    await route.fulfill({ response, body: JSON.stringify(body) });
  });
}

const node = { disclosure: 'FULL', originator: { code: 'ICE' }, record: { title: HOSTILE, occurredOn: null } };

it('what agencies and agreements write is shown as it is: nothing of it runs, loads or leads anywhere', async () => {
  const { page } = await browsing.visit();
  const { answer, panel, prepared } = deskOf(page);
  await answerAs(page, ({ data, extensions }) => {
    if (data.records) data.records.edges = [{ node }];
    for (const type of data.__schema?.types ?? [])
      [type, ...(type.fields ?? [])].forEach((one) => (one.description = HOSTILE.replace('![x]', '[x]')));
    for (const one of extensions?.visibility.withheld ?? [])
      Object.assign(one, {
        contact: { name: HOSTILE, phone: 'javascript:alert(3)', email: 'a@b.example?bcc=c@evil.example' },
        clauses: [`"><script>alert(4)</script>#${HOSTILE}`],
      });
  });
  await prepared('One search, many agencies');
  await answer.locator('.mark-note').first().hover();
  const hover = page.locator('.monaco-hover-content').filter({ hasText: 'onerror=alert(1)' }).first();
  await hover.waitFor();
  expect(await hover.innerText()).toContain('[run](javascript:alert(2))');
  expect(await hover.locator('a, img').count()).toBe(0);
  expect(await answer.locator('.detected-link').count()).toBe(0);
  const hrefs = await propertiesOf<string>(panel.locator('a[href]'), 'href');
  const agreements = `${browsing.playground.url}/agreements/`;
  const others = hrefs.filter((href) => !href.startsWith(agreements));
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((href) => !/^(tel:[\d+]*|mailto:[^?&]*)$/.test(href))).toEqual([]);
  await panel.getByRole('tab', { name: 'Schema' }).click();
  await panel.getByRole('link', { name: 'Query', exact: true }).click();
  await panel.getByText('onerror=alert(1)').first().waitFor();
  expect(await panel.locator('img, a[href^="javascript"]').count()).toBe(0);
});

it('an answer of thousands of nulls is painted, and listed some at a time', async () => {
  const { page } = await browsing.visit();
  const { panel, prepared } = deskOf(page);
  await answerAs(page, ({ data }) => {
    if (data.records) data.records.edges = Array.from({ length: NULLS }, () => ({ node }));
  });
  await prepared('One search, many agencies');
  await panel.getByRole('tab', { name: `In the answer (${NULLS})` }).click();
  expect(await panel.getByRole('listitem').count()).toBeLessThan(NULLS / 2);
  await panel.getByRole('button', { name: `Show more of ${NULLS}` }).click();
  expect(await panel.locator('.mark-item').count()).toBe(400);
});

it('a tab that may keep nothing, or has kept what is broken, can be asked from all the same', async () => {
  const denied = await browsing.visit('/none');
  await denied.context.addInitScript(
    `Object.defineProperty(globalThis, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })`,
  );
  await denied.page.goto(browsing.playground.url);
  await deskOf(denied.page).prepared('One search, many agencies');
  await deskOf(denied.page).answer.getByText('"title"').first().waitFor();

  const broken = await browsing.visit();
  await broken.page.evaluate(`sessionStorage.setItem('concordat.session', '{"viewer":null,"purpose":{"offence":1}}')`);
  await broken.page.reload();
  await deskOf(broken.page).prepared('One search, many agencies');
  await deskOf(broken.page).answer.getByText('"title"').first().waitFor();
});

it('a paste that is no token is refused as one, and the gateway is not called lost', async () => {
  const { page } = await browsing.visit();
  const { rail, prepared, answer } = deskOf(page);
  await prepared('One search, many agencies');
  await rail.getByText('Paste a token').click();
  await rail.getByLabel(/^Bearer token/).fill('ein Schlüssel → “abc”');
  await rail.getByRole('button', { name: 'Ask with this token' }).click();
  await answer.getByRole('alert').filter({ hasText: 'TOKEN_INVALID' }).waitFor();
  expect(await page.getByRole('banner').innerText()).toMatch(/Token refused[^]*Connected/);
  await rail.getByRole('button', { name: 'Forget this token' }).waitFor();
  await answer.getByRole('button', { name: 'Forget this token' }).click();
  await page.getByText('Nobody asks yet').first().waitFor();
});
