import type { Locator, Page } from 'playwright-core';

/** What a visitor of the page on which the graph is asked finds by its name. */
export interface Desk {
  readonly rail: Locator;
  readonly panel: Locator;
  /** The answer, as far as it is in view: an editor draws no more. */
  readonly answer: Locator;
  /** Asks a prepared question as it is meant to be asked. */
  prepared(title: string): Promise<void>;
  persona(name: string): Promise<void>;
  ask(): Promise<void>;
  /** Waits until there is an answer, or a refusal. */
  answered(): Promise<void>;
}

/** The desk of a page. */
export function deskOf(page: Page): Desk {
  const rail = page.getByRole('complementary', { name: 'The question' });
  const panel = page.getByRole('complementary', { name: 'About the answer' });
  const bench = page.getByRole('region', { name: 'Question and answer' });
  const answer = bench.locator('.sheet-answer');
  const ask = bench.getByRole('button', { name: 'Ask', exact: true });
  const answered = async () => {
    await ask.and(page.locator(':enabled')).waitFor();
    await answer.getByText('"data"').or(answer.getByRole('alert')).first().waitFor();
  };
  return {
    rail,
    panel,
    answer,
    answered,
    prepared: async (title) => {
      const offer = rail.getByRole('button', { name: title, exact: true });
      if ((await offer.getAttribute('aria-expanded')) !== 'true') await offer.click();
      await rail.getByRole('button', { name: /^See it as / }).click();
      await answered();
    },
    persona: async (name) => rail.getByRole('radio', { name: new RegExp(name) }).check({ force: true }),
    ask: async () => {
      await ask.click();
      await answered();
    },
  };
}
