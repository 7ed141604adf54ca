import { useBrowsing } from './support/browsing.ts';
import { deskOf } from './support/desk.ts';
import { propertiesOf } from './support/properties.ts';
import { statePurpose } from './support/stating.ts';

const browsing = useBrowsing();

describe('a first visit', () => {
  it('leads from nothing to an answer with its clauses, and marks what is withheld where it would stand', async () => {
    const { page } = await browsing.visit();
    const { rail, panel, answer, prepared } = deskOf(page);
    await rail.getByText('Dana Whitlock').waitFor();
    expect(await page.getByText('Nobody asks yet').first().isVisible()).toBe(true);
    await prepared('Withheld by clause');
    expect(await page.getByRole('banner').innerText()).toContain('Dana Whitlock');

    // The panel names the clause and whom to call.
    const ice = panel.getByRole('group').filter({ has: page.getByRole('heading', { name: 'ICE', exact: true }) });
    await ice.getByText('WiretapIntercept.line').first().waitFor();
    const told = await ice.innerText();
    expect(told).toContain('ofc-ice-2009 III.C');
    expect(told).toContain('+1 202 555 0104');

    // What is withheld is told apart from what is merely absent: in the answer, and beside it in words.
    await answer.locator('.mark-note-withheld').first().waitFor();
    await panel.getByRole('tab', { name: /^In the answer/ }).click();
    const places = panel.getByRole('listitem');
    await places.filter({ hasText: 'withheld by ICE · ofc-ice-2009#III.C' }).first().waitFor();
  });

  it('marks what is absent in another way than what is withheld', async () => {
    const { page } = await browsing.visit();
    const { panel, prepared } = deskOf(page);
    await prepared('What prosecutors are shown');
    await panel.getByRole('tab', { name: /^In the answer/ }).click();
    const items = panel.locator('.mark-item');
    await items.first().waitFor();
    const kinds = new Set(await propertiesOf<string>(items, 'className'));
    const words = (await items.allInnerTexts()).join('\n');
    expect(kinds.size).toBeGreaterThan(1);
    expect(words).toMatch(/no value/);
    expect(words).toMatch(/withheld/);
  });
});

it('what watches over visits hears of a forbidden script and of a request to anybody else', async () => {
  const { page, trouble } = await browsing.visit();
  await page.evaluate(`document.head.append(Object.assign(document.createElement('script'), { text: 'void 0' }));
    void fetch('https://elsewhere.example/').catch(() => undefined);`);
  await page.waitForTimeout(500);
  const heard = trouble.splice(0);
  expect(heard).toContainEqual(expect.stringMatching(/^policy: script-src/));
  expect(heard).toContainEqual(expect.stringMatching(/^policy: connect-src https:\/\/elsewhere/));
});

describe('another persona', () => {
  it('is shown something else by the same question, and the panel says by whom and why', async () => {
    const { page } = await browsing.visit();
    const { panel, answer, prepared, persona, ask } = deskOf(page);
    await prepared('Withheld by clause');
    await answer.getByText('"court"').first().waitFor();
    const before = await panel.innerText();
    await persona('Ilya Carmine');
    expect(await page.getByRole('banner').innerText()).toContain('Ilya Carmine');
    await ask();
    await answer.getByText('"court"').first().waitFor({ state: 'hidden' });
    expect(await panel.innerText()).not.toBe(before);
    expect(await panel.innerText()).not.toContain('ofc-ice-2009 III.C');
  });
});

describe('a question without a purpose', () => {
  it('is refused with what to state, and answered once it is stated', async () => {
    const { page } = await browsing.visit();
    const { rail, panel, answer, prepared, ask } = deskOf(page);
    await prepared('No purpose, no answer');
    const refusal = answer.getByRole('alert');
    expect(await refusal.innerText()).toContain('PURPOSE_REQUIRED');
    expect(await refusal.innerText()).toContain('x-purpose');
    expect(await panel.innerText()).toMatch(/nothing was disclosed/i);
    await answer.getByRole('button', { name: 'State what for' }).click();
    await rail.getByLabel('Crime area').and(page.locator(':focus')).waitFor();
    await statePurpose(
      rail.getByRole('form', { name: 'What for' }),
      'drug-trafficking',
      'investigation',
      'DEA-2026-0042',
    );
    await ask();
    await refusal.waitFor({ state: 'hidden' });
    await answer.getByText('"title"').first().waitFor();
  });
});
