import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core';

/** A visitor with a browser of their own: nothing of another visit is in it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What no visit may show: errors, violations of the page's own security policy, requests to anybody else. */
  readonly trouble: string[];
  end(): Promise<void>;
}

/** A refusal of the gateway is an answer with a status, and browsers write that into their console. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d /;

/** Opens a page of the product at a path. */
export async function visit(
  browser: Browser,
  url: string,
  path = '/',
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const trouble: string[] = [];
  listen(context, url, (what) => void trouble.push(what));
  await context.exposeBinding('concordatReports', (_, what: string) => void trouble.push(what));
  await context.addInitScript(REPORT_VIOLATIONS);
  const page = await context.newPage();
  await page.goto(url + path);
  return { page, context, trouble, end: () => context.close() };
}

/** Put into the page by the browser itself, not by a script element: the page's own policy stays as it is. */
const REPORT_VIOLATIONS = `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  concordatReports('policy: ' + [violatedDirective, blockedURI, sourceFile].join(' ')));`;

function listen(context: BrowserContext, url: string, tell: (what: string) => void): void {
  context.on('request', (request) => {
    if (isForeign(request, url)) tell(`request: ${request.url()}`);
  });
  context.on('weberror', (error) => tell(`error: ${error.error().stack || String(error.error())}`));
  context.on('console', (message) => {
    if (message.type() === 'error' && !REFUSED.test(message.text())) tell(`console: ${message.text()}`);
  });
}

function isForeign(request: Request, url: string): boolean {
  const { protocol, origin } = new URL(request.url());
  return protocol !== 'data:' && protocol !== 'blob:' && origin !== new URL(url).origin;
}
