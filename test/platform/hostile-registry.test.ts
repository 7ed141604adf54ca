import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BundleNews } from '../../platform/bundle-feed.ts';
import { writeBundle } from '../../platform/bundle-wire.ts';
import { urlFeed } from '../../platform/url-feed.ts';

const { json } = writeBundle({ parties: '', documents: [], signatures: {} });

/** What a party hears of a server until it is satisfied. */
async function hears(answer: (response: ServerResponse) => void, satisfied: (news: readonly BundleNews[]) => boolean) {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const feed = urlFeed(`http://127.0.0.1:${port}/bundle`, () => Promise.resolve('signed'));
  const news: BundleNews[] = [];
  await new Promise<void>((resolve) => {
    const leave = feed.follow((one) => {
      news.push(one);
      if (!satisfied(news)) return;
      leave();
      resolve();
    });
  });
  server.closeAllConnections();
  server.close();
  return news;
}

describe('a party, asking a server of agreements that is in wrong hands,', () => {
  it('stops reading a bundle that does not end', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1024 * 1024, ' ');
    const endlessly = (response: ServerResponse): void => {
      while (!response.destroyed && sent < 500) {
        sent += 1;
        if (!response.write(chunk)) return void response.once('drain', () => endlessly(response));
      }
      response.end(json);
    };
    const [news] = await hears(endlessly, ({ length }) => length > 0);
    expect(news?.is).toBe('unreachable');
    expect(sent).toBeLessThan(200);
  });

  it('is not kept busy by one that says at once that there is nothing new', async () => {
    const began = performance.now();
    const atOnce = (response: ServerResponse): void => {
      response.setHeader('etag', '"1"');
      if (performance.now() - began < 50) response.end(json);
      else response.writeHead(304).end();
    };
    const news = await hears(atOnce, ({ length }) => length === 5);
    expect(news.map(({ is }) => is)).toEqual(expect.arrayContaining(['same']));
    expect(performance.now() - began).toBeGreaterThan(350);
  });
});
