import { LOOKS, seriousIn } from './support/axe.ts';
import { useBrowsing } from './support/browsing.ts';
import { deskOf } from './support/desk.ts';
import { changeWho, statePurpose } from './support/stating.ts';

const browsing = useBrowsing();
const DRUGS = ['drug-trafficking', 'investigation', 'DEA-2026-0042'] as const;

describe.each(LOOKS)('axe finds nothing serious in %s colours', (_, look) => {
  it('on the page that asks: empty, answered, refused', async () => {
    const { page } = await browsing.visit('/', look);
    const { rail, panel, answer, prepared } = deskOf(page);
    await rail.getByText('Dana Whitlock').waitFor();
    await page.getByRole('button', { name: 'Ask', exact: true }).waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await prepared('Withheld by clause');
    await answer.locator('.mark-note-withheld').first().waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await panel.getByRole('tab', { name: /^In the answer/ }).click();
    expect(await seriousIn(page)).toEqual([]);
    await panel.getByRole('tab', { name: 'Schema' }).click();
    expect(await seriousIn(page)).toEqual([]);
    await prepared('No purpose, no answer');
    expect(await seriousIn(page)).toEqual([]);
  });

  it('on the matrix: empty, for one viewer, for two', async () => {
    const { page } = await browsing.visit('/matrix', look);
    await page.getByRole('main').getByText('Dana Whitlock').or(page.getByText('Who asks?')).first().waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await changeWho(page, 'Dana Whitlock', DRUGS);
    await page.getByRole('grid').waitFor();
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(await seriousIn(page)).toEqual([]);
    await page.getByRole('combobox', { name: 'Compare with' }).selectOption('FBI/analyst');
    await page.getByRole('checkbox', { name: /^Only differences/ }).waitFor();
    await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
    expect(await seriousIn(page)).toEqual([]);
  });

  it('on agreements: empty, the list, one of them, one that is not there, and the dialog', async () => {
    const { page } = await browsing.visit('/agreements', look);
    await page.getByRole('radio', { name: 'Dana Whitlock' }).waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Dana Whitlock' }).click();
    const first = page.getByRole('main').getByRole('link').first();
    await first.waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await first.click();
    await page.getByRole('heading', { name: 'Clauses' }).waitFor();
    expect(await seriousIn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await statePurpose(page.getByRole('dialog'), 'drug-trafficking', 'investigation', '?');
    expect(await seriousIn(page)).toEqual([]);
    await page.goto(`${browsing.playground.url}/agreements/nothing`);
    await page.getByRole('heading', { name: 'No such agreement' }).waitFor();
    expect(await seriousIn(page)).toEqual([]);
  });
});
