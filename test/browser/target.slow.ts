import type { Page, Route } from 'playwright-core';
import type { Profile } from '../../gateway/playground/pages/target/model/profile.ts';
import { LOOKS, seriousIn } from './support/axe.ts';
import { useBrowsing } from './support/browsing.ts';
import { propertiesOf } from './support/properties.ts';
import { changeWho } from './support/stating.ts';

const browsing = useBrowsing();
const DRUGS = ['drug-trafficking', 'investigation', 'DEA-2026-0042'] as const;
const NUMBER = '+1 202 555 0143';
const HOSTILE = '<img src=https://evil.example/a.png onerror=alert(1)> [run](javascript:alert(2))';

async function seek(page: Page, number = NUMBER): Promise<void> {
  await page.getByLabel('Telephone number').fill(number);
  await page.getByRole('button', { name: 'Make the profile' }).click();
}

async function profileOf(number = NUMBER, look = {}): Promise<Page> {
  const { page } = await browsing.visit('/target', look);
  await changeWho(page, 'Dana Whitlock', DRUGS);
  await seek(page, number);
  await page.getByRole('heading', { name: /the likeliest/ }).waitFor();
  return page;
}

/** What is told of a target, without what is withheld. */
const told = (page: Page) => page.locator('.target-told');

it('gathers what several agencies hold under a number, with whose it is, by which clauses, and whom to call', async () => {
  const page = await profileOf();
  const cluster = page.getByRole('region', { name: /the likeliest/ });
  const surnames = cluster.locator('.held-row').filter({ hasText: /^Surname/ });
  await surnames.getByText('Lizárraga Nájera').first().waitFor();
  const text = await surnames.innerText();
  expect(text).toMatch(/variant[^]*DEA[^]*the viewer’s own agency/);
  expect(text).toMatch(/ICE[^]*record “[^”]+”[^]*ofc-ice-2009 III\.A/);

  await cluster.getByText(/^Why they are taken for one/).click();
  await cluster
    .getByText(/taken for the same, score 0\.9/)
    .first()
    .waitFor();
  await cluster
    .getByText(/^They have a telephone number in common \(in phones\)/)
    .first()
    .waitFor();

  const calls = await page.getByRole('region', { name: 'Whom to call' }).innerText();
  expect(calls).toMatch(/FBI holds 1 record that you are not shown[^]*\+1202555/);
  const withheld = page.getByRole('complementary', { name: 'What was withheld, and why' });
  await withheld.getByText('Person.fingerprintReference').first().waitFor();
  expect(page.url()).toBe(`${browsing.playground.url}/target`);
  expect(await page.evaluate<string>('JSON.stringify([{ ...sessionStorage }, { ...localStorage }])')).not.toContain(
    '0143',
  );
});

it('marks what cannot all be true, in words', async () => {
  const { page } = await browsing.visit('/target');
  await changeWho(page, 'Dana Whitlock', DRUGS);
  await page.route('**/profile', (route) =>
    answerAs(route, ({ clusters: [first] }) => {
      const birth = first?.coordinates.find(({ coordinate }) => coordinate === 'Person.dateOfBirth');
      Object.assign(birth ?? {}, { contradictory: true });
    }),
  );
  await seek(page);
  const birth = page.locator('.held-row').filter({ hasText: 'Date of birth' }).first();
  await birth.getByText('contradicts').waitFor();
});

it('is walked by keys: each node tells what it is, and its neighbours stand out', async () => {
  const page = await profileOf();
  const nodes = page.getByRole('listbox', { name: /^Graph/ }).getByRole('option');
  await page.getByText('The graph as a list').focus();
  await page.keyboard.press('Shift+Tab');
  const focused = nodes.and(page.locator(':focus'));
  expect(await focused.getAttribute('aria-label')).toMatch(
    /^DEA · Esteban .*Is taken for the same as: .*Has: telephone/,
  );
  expect((await propertiesOf<number>(nodes, 'tabIndex')).filter((index) => index === 0)).toHaveLength(1);
  expect(await page.locator('.edge-name').allTextContents()).toContain('the same');
  await page.keyboard.press('ArrowRight');
  expect(await focused.getAttribute('aria-label')).toMatch(/^telephone number, that several have\. Is had by: /);
  await page
    .locator('.graph-told')
    .getByText(/^Is had by: /)
    .waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  expect(await focused.getAttribute('aria-selected')).toBe('true');
  await page.getByText('The graph as a list').click();
  await page
    .getByRole('listitem')
    .filter({ hasText: /^telephone number\s*Is had by:/ })
    .waitFor();
  expect(await page.locator('.graph, .graph-list').allTextContents()).not.toContainEqual(
    expect.stringContaining('0143'),
  );
});

it('says at the field what cannot be searched by, and keeps what was typed', async () => {
  const { page } = await browsing.visit('/target');
  await changeWho(page, 'Dana Whitlock', DRUGS);
  await seek(page, '12');
  const field = page.getByLabel('Telephone number');
  await page.getByText(/^BAD_SELECTOR: .*it is no telephone number/).waitFor();
  expect([await field.inputValue(), await field.getAttribute('aria-invalid')]).toEqual(['12', 'true']);
  const described = await field.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${described}"]`).innerText()).toContain('it is no telephone number');

  await page.getByLabel('Known by').selectOption('Person by name');
  await page.getByLabel(/^Date of birth/).fill('1971');
  await page.getByRole('button', { name: 'Make the profile' }).click();
  await page.getByText(/^BAD_SELECTOR: .*says too little/).waitFor();
  expect(await page.getByLabel(/^Date of birth/).inputValue()).toBe('1971');
});

it('shows nothing of one viewer to another, and asks for nobody by itself', async () => {
  const page = await profileOf();
  let asked = 0;
  await page.route('**/profile', (route) => (asked++, route.continue()));
  await changeWho(page, 'Felix Arden');
  await page.getByText('Write one thing that tells a target.').waitFor();
  expect(await told(page).count()).toBe(0);
  expect([asked, await page.getByLabel('Telephone number').inputValue()]).toEqual([0, NUMBER]);
  await seek(page);
  await page.getByRole('alert').getByText('PURPOSE_REQUIRED').waitFor();
  await page.getByRole('button', { name: 'Change who asks, and what for' }).click();
  await page.getByRole('dialog').getByText('PURPOSE_REQUIRED').waitFor();
});

it('takes away what was made under agreements that are no longer in force, and asks again when told to', async () => {
  const page = await profileOf();
  await browsing.playground.notice('suspend', 'ofc-ice-2009', 'ICE');
  try {
    await page.getByText('The agreements in force have changed.').waitFor();
    expect(await told(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByRole('heading', { name: /the likeliest/ }).waitFor();
    expect(await told(page).innerText()).not.toContain('ofc-ice-2009');
  } finally {
    await browsing.playground.notice('resume', 'ofc-ice-2009', 'ICE');
  }
});

it('shows what agencies write as it is: nothing of it runs, loads or leads anywhere', async () => {
  const { page } = await browsing.visit('/target');
  await changeWho(page, 'Dana Whitlock', DRUGS);
  await page.route('**/profile', (route) =>
    answerAs(route, (profile) => {
      for (const { members, coordinates } of profile.clusters) {
        for (const { records, cases } of members)
          for (const hit of [...records, ...cases])
            Object.assign(hit, {
              disclosure: 'CONTACT',
              contact: { name: HOSTILE, phone: 'javascript:alert(3)', email: 'a@b.example?bcc=c@evil.example' },
            });
        for (const { values } of coordinates) for (const value of values) Object.assign(value, { value: HOSTILE });
      }
      for (const titled of profile.titles) Object.assign(titled, { title: HOSTILE });
      for (const node of profile.graph.nodes) Object.assign(node, { selector: HOSTILE });
      Object.assign(profile, { truncated: true, errors: [{ message: HOSTILE }] });
    }),
  );
  await seek(page);
  await told(page).getByText('onerror=alert(1)').first().waitFor();
  await told(page).getByText('Not all of it:').waitFor();
  await page.getByRole('region', { name: 'What was not answered' }).getByText('onerror=alert(1)').waitFor();
  expect(await page.locator('main img, main a[href^="javascript"]').count()).toBe(0);
  const hrefs = await propertiesOf<string>(told(page).locator('a[href]'), 'href');
  const others = hrefs.filter((href) => !href.startsWith(`${browsing.playground.url}/agreements/`));
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter((href) => !/^(tel:[\d+]*|mailto:[^?&]*)$/.test(href))).toEqual([]);
});

/** Answers as the gateway does, but for what agencies chose to write. */
async function answerAs(route: Route, write: (profile: Profile) => void): Promise<void> {
  const response = await route.fetch();
  const profile = (await response.json()) as Profile;
  write(profile);
  await route.fulfill({ response, body: JSON.stringify(profile) });
}

it.each(LOOKS)('axe finds nothing serious in %s colours: empty, refused, told, with a node chosen', async (_, look) => {
  const { page } = await browsing.visit('/target', look);
  await page.getByRole('radio', { name: 'Dana Whitlock' }).first().waitFor();
  expect(await seriousIn(page)).toEqual([]);
  await changeWho(page, 'Dana Whitlock', DRUGS);
  await seek(page, '12');
  await page.getByText(/^BAD_SELECTOR/).waitFor();
  expect(await seriousIn(page)).toEqual([]);
  await seek(page);
  await page.getByRole('heading', { name: /the likeliest/ }).waitFor();
  await page
    .getByRole('listbox', { name: /^Graph/ })
    .getByRole('option')
    .first()
    .focus();
  for (const summary of await page.locator('main details > summary').all()) await summary.click();
  expect(await seriousIn(page)).toEqual([]);
});
