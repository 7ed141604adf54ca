import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';

/** How a page can look. */
export const LOOKS: readonly (readonly [name: string, look: BrowserContextOptions])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
];

/** What axe finds serious or critical, with the first place of each. What fades in has its colours when it has done so. */
export async function seriousIn(page: Page): Promise<readonly string[]> {
  const there = await page.evaluate<boolean>('typeof axe === "object"');
  if (!there) await page.evaluate(axe.source);
  await page.evaluate(FADED);
  const { violations } = await page.evaluate<axe.AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html}: ${nodes[0]?.failureSummary}`);
}

/** All that comes to an end has come to it; what goes round for ever does not. */
const FADED = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished)).then(() => null)`;
