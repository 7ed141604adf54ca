import type { Browser, BrowserContextOptions } from 'playwright-core';
import { killLeftovers } from '../../start/product.ts';
import { startBrowser } from './chromium.ts';
import { startPlayground, type Playground } from './playground.ts';
import { visit, type Visit } from './visit.ts';

/** A suite's product and browser. */
export interface Browsing {
  readonly playground: Playground;
  /** Opens a page for one test. After the test, it must have made no trouble. */
  visit(path?: string, options?: BrowserContextOptions): Promise<Visit>;
}

/** Gives the suite that calls it a product and a browser of its own. */
export function useBrowsing(settings: Readonly<Record<string, string>> = {}): Browsing {
  const browsing = {} as { playground: Playground; visit: Browsing['visit'] };
  let browser: Browser | undefined;
  const visits: Visit[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
    browsing.playground = await startPlayground(settings);
  }, 180_000);
  afterEach(async () => {
    const trouble = visits.flatMap((one) => one.trouble);
    await Promise.all(visits.splice(0).map((one) => one.end()));
    expect(trouble).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await browsing.playground?.end();
    killLeftovers();
  });
  browsing.visit = async (path, options) => {
    const opened = await visit(browser!, browsing.playground.url, path, options);
    visits.push(opened);
    return opened;
  };
  return browsing;
}
