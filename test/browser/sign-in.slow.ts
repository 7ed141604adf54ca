import type { Page } from 'playwright-core';
import { readPrivateKeys } from '../../platform/party-keys.ts';
import { startIssuer, type Issuer } from '../gateway/playground/issuer.ts';
import { everyone } from '../support/scenario/everyone.ts';
import { useBrowsing } from './support/browsing.ts';
import { deskOf } from './support/desk.ts';
import { freePort } from './support/playground.ts';
import { statePurpose } from './support/stating.ts';

const VIEWER = { sub: 'dana.whitlock', name: 'Dana Whitlock', role: 'analyst' };
const AGENCIES = ['DEA', 'ICE'] as const;
const ports = { DEA: await freePort(), ICE: await freePort() };
const origin = (code: keyof typeof ports) => `http://127.0.0.1:${ports[code]}`;
const browsing = useBrowsing({
  SIGN_IN_DEA: `${origin('DEA')} concordat-pages`,
  SIGN_IN_ICE: `${origin('ICE')} concordat-pages`,
});
const issuers: Issuer[] = [];

// The provider warns of Node.js 20, and that it keeps what it knows in memory.
const { warn } = console;
beforeAll(async () => {
  Object.assign(console, { warn: () => undefined });
  for (const code of AGENCIES) {
    const keys = (await readPrivateKeys(browsing.playground.home, code))!;
    const agency = everyone().find((one) => one.code === code)!;
    issuers.push(await startIssuer(agency, keys, VIEWER, `${browsing.playground.url}/`, ports[code]));
  }
});
afterAll(async () => {
  await Promise.all(issuers.map((issuer) => issuer.stop()));
  Object.assign(console, { warn });
});

/** A visit on which it is no trouble that the browser goes where viewers sign in. */
async function visitor() {
  const visit = await browsing.visit();
  const isAllowed = (what: string) => AGENCIES.some((code) => what.startsWith(`request: ${origin(code)}/`));
  const settle = () => {
    const others = visit.trouble.filter((what) => !isAllowed(what));
    visit.trouble.splice(0, visit.trouble.length, ...others);
  };
  return { ...visit, settle, desk: deskOf(visit.page) };
}

async function signIn(page: Page, name: string): Promise<void> {
  await deskOf(page)
    .rail.getByRole('button', { name: `Sign in at ${name}` })
    .click();
}

const DEA = 'Drug Enforcement Administration';
const question = '{ records(first: 1, filter: { originators: ["DEA"] }) { edges { node { record { title } } } } }';

async function type(page: Page, text: string): Promise<void> {
  await page.locator('.sheet-question .monaco-editor').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

it('a viewer signs in at their agency through the page, asks, reads on after a reload, and leaves nothing behind', async () => {
  const { page, desk, settle } = await visitor();
  await page.getByText('Nobody asks yet').first().waitFor();
  expect(await desk.rail.getByRole('radio').count()).toBe(0);
  await signIn(page, DEA);
  await page.getByRole('banner').getByText('Signed in at DEA').waitFor();
  expect(page.url()).toBe(`${browsing.playground.url}/`);
  await statePurpose(desk.rail, 'drug-trafficking', 'investigation', 'DEA-2026-7');
  await type(page, question);
  await desk.ask();
  await desk.answer.getByText('"title"').first().waitFor();
  await page.reload();
  await page.getByRole('banner').getByText('Signed in at DEA').waitFor();
  await desk.ask();
  await desk.answer.getByText('"title"').first().waitFor();
  // Who begins to sign in elsewhere, and comes back, is still signed in.
  await page.route(`${origin('ICE')}/auth**`, (route) => route.fulfill({ status: 200, body: 'The form of ICE.' }));
  await signIn(page, 'Immigration and Customs Enforcement');
  await page.getByText('The form of ICE.').waitFor();
  await page.goBack();
  await page.getByRole('banner').getByText('Signed in at DEA').waitFor();
  await desk.ask();
  await desk.answer.getByText('"title"').first().waitFor();
  await desk.rail.getByRole('button', { name: 'Sign out of DEA here' }).click();
  await page.getByText('Nobody asks yet').first().waitFor();
  expect(await page.evaluate<string>('JSON.stringify([sessionStorage, localStorage, document.cookie])')).not.toContain(
    'eyJ',
  );
  settle();
});

it('a code of one agency’s issuer is not handed to another’s, who sent the viewer there', async () => {
  const { page, desk, settle } = await visitor();
  await page.route(`${origin('DEA')}/auth**`, (route) =>
    route.fulfill({
      status: 302,
      headers: { location: route.request().url().replace(origin('DEA'), origin('ICE')) },
    }),
  );
  const handed: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && handed.push(request.url()));
  await signIn(page, DEA);
  const refusal = desk.rail.getByRole('alert').filter({ hasText: 'SIGN_IN_FAILED' });
  await refusal.waitFor();
  expect(await refusal.innerText()).toContain('https://id.ice.example');
  expect(handed.filter((url) => url.includes('/token'))).toEqual([]);
  expect(await page.getByRole('banner').innerText()).toContain('Nobody asks yet');
  settle();
});

it('a link with a code that nobody asked for signs nobody in, and the code leaves the address', async () => {
  const { page, desk } = await visitor();
  await page.goto(`${browsing.playground.url}/?code=stolen&state=forged`);
  await desk.rail.getByRole('alert').filter({ hasText: 'this tab has begun no sign-in' }).waitFor();
  expect(page.url()).toBe(`${browsing.playground.url}/`);
});
