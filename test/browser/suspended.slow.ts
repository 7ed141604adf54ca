import { useBrowsing } from './support/browsing.ts';
import { deskOf } from './support/desk.ts';
import { propertiesOf } from './support/properties.ts';
import { changeWho } from './support/stating.ts';

const browsing = useBrowsing();
const ILYA = 'Ilya Carmine';
const PURPOSE = ['cultural-property', 'repatriation', 'SK-77'] as const;

it('a suspended agreement closes fields on every page that is open, and a resumed one opens them', async () => {
  // High enough for the whole answer: an editor draws the lines that are in view.
  const explore = (await browsing.visit('/', { viewport: { width: 1440, height: 2600 } })).page;
  const { panel, answer, prepared } = deskOf(explore);
  await prepared('A partner abroad, and a stolen painting');
  await answer.getByText('"ICE"').first().waitFor();
  await panel.getByLabel('Originator').selectOption('ICE');
  expect(await panel.innerText()).toContain('ice-icrf-2010 3.1');

  const matrix = (await browsing.visit('/matrix')).page;
  await changeWho(matrix, ILYA, PURPOSE);
  const cell = matrix.locator('tr[data-key="Case.items"] td[data-column]');
  const levels = () => propertiesOf<string>(cell, 'ariaLabel');
  await matrix.getByRole('button', { name: 'Expand all' }).click();
  await cell.first().waitFor();
  const open = await levels();
  expect(open.filter((level) => level !== 'closed').length).toBeGreaterThan(0);

  const agreement = (await browsing.visit('/agreements/ice-icrf-2010')).page;
  await agreement.getByRole('radio', { name: ILYA }).click();
  const standing = agreement.getByRole('main').getByRole('status');
  await standing.getByText('In force', { exact: true }).waitFor();

  await browsing.playground.notice('suspend', 'ice-icrf-2010', 'ICE');

  // The page tells that agreements changed; what it shows stays until its reader asks again.
  const news = explore.getByText('The agreements in force have changed since this answer.');
  await news.waitFor();
  await explore.getByRole('button', { name: 'Ask again' }).click();
  await panel.getByLabel('Reason').selectOption('NOT_IN_FORCE');
  const closed = await panel.innerText();
  expect(closed).toContain('Case.items');
  expect(closed).toContain('ice-icrf-2010 3.1');
  await answer.getByText('"ICE"').first().waitFor({ state: 'hidden' });
  await news.waitFor({ state: 'hidden' });

  await matrix
    .getByRole('status')
    .filter({ hasText: /cells? closed/ })
    .waitFor();
  expect(await levels()).not.toEqual(open);

  await standing.getByText('Suspended', { exact: true }).waitFor();
  const notices = agreement.getByRole('list', { name: 'Notices' });
  expect(await notices.innerText()).toContain('Under review');

  await browsing.playground.notice('resume', 'ice-icrf-2010', 'ICE');
  await news.waitFor();
  await explore.getByRole('button', { name: 'Ask again' }).click();
  await answer.getByText('"ICE"').first().waitFor();
  await standing.getByText('In force', { exact: true }).waitFor();
  await matrix
    .getByRole('status')
    .filter({ hasText: /cells? opened/ })
    .waitFor();
});
