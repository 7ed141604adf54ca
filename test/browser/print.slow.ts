import { useBrowsing } from './support/browsing.ts';
import { propertiesOf } from './support/properties.ts';

const browsing = useBrowsing();

it('an agreement on paper has every clause whole, on white, without what is only for the screen', async () => {
  const { page } = await browsing.visit('/agreements/ofc-ice-2009', { colorScheme: 'dark' });
  await page.getByRole('radio', { name: 'Dana Whitlock' }).click();
  await page.getByRole('heading', { name: 'Clauses' }).waitFor();
  const clauses = page.getByRole('article');
  const onScreen = await clauses.allInnerTexts();
  expect(onScreen.length).toBeGreaterThan(5);
  await page.emulateMedia({ media: 'print' });
  expect(await clauses.allInnerTexts()).toEqual(onScreen);
  const [heights, room] = await Promise.all([
    propertiesOf<number>(clauses, 'offsetHeight'),
    page.evaluate<number>('document.documentElement.scrollHeight'),
  ]);
  // Nothing is cut off by a part of the page that scrolls by itself.
  expect(heights.every((height) => height > 0)).toBe(true);
  expect(room).toBeGreaterThan(heights.reduce((sum, height) => sum + height, 0));
  expect(await page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  const colour = await page.evaluate<string>('getComputedStyle(document.body).color');
  expect(Math.max(...(colour.match(/\d+/g) ?? ['255']).slice(0, 3).map(Number))).toBeLessThan(100);
});
