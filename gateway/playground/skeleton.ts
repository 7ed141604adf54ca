import { ASSETS } from './building.ts';
import type { Page, PageFiles } from './manifest.ts';

const TITLES: Readonly<Record<Page, string>> = {
  explore: 'Explore · Concordat',
  target: 'Target · Concordat',
  matrix: 'Visibility matrix · Concordat',
  agreements: 'Agreements · Concordat',
};

/** Seconds until a browser asks again for a page that is being made. */
const AGAIN_SECONDS = 1;

/** A page before its script has run. */
export function skeleton(page: Page, { script, styles, imports }: PageFiles): string {
  const links = [
    ...styles.map((name) => `<link rel="stylesheet" href="${ASSETS}${name}">`),
    ...imports.map((name) => `<link rel="modulepreload" href="${ASSETS}${name}">`),
    `<script type="module" src="${ASSETS}${script}"></script>`,
  ];
  const body = [
    '<div id="root"><p role="status">Loading …</p></div>',
    '<noscript><p>This page needs JavaScript. The graph itself is at <code>/graphql</code>.</p></noscript>',
  ];
  return html(TITLES[page], links, body);
}

/** In the place of a page whose bundle is being made. */
export function beingMade(page: Page): string {
  const again = `<meta http-equiv="refresh" content="${AGAIN_SECONDS}">`;
  const told =
    '<p role="status">The pages are being made, for the first time or anew. This page will be here in a moment.</p>';
  return html(TITLES[page], [again], [`<main><h1>Concordat</h1>${told}</main>`]);
}

/** In the place of a page that was never made: what to run. */
export function missing(page: Page): string {
  const told = [
    '<p>The pages of the playground are not made on this machine.</p>',
    '<p>To make them, run <code>npm ci</code>, then <code>npm run playground</code>, and reload this page.</p>',
    '<p>The graph itself is at <code>/graphql</code>, and does not need them.</p>',
  ];
  return html(TITLES[page], [], [`<main><h1>Concordat</h1>${told.join('')}</main>`]);
}

function html(title: string, head: readonly string[], body: readonly string[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${title}</title>`,
    '<link rel="icon" href="data:,">',
    ...head,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
