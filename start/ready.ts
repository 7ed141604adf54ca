import type { Config } from './config.ts';

/** Tells a person what they can do now. The first line is for programs: `ready` and the URL. */
export function printReady(url: string, { playground }: Pick<Config, 'playground'>): void {
  console.log(`ready ${url}`);
  if (playground) console.log(`\n  In a browser: ${url}`);
  console.log(`
  Personas for a first look (tokens last 8 hours):
    npm run --silent token -- DEA analyst
    npm run --silent token -- ICE liaison-officer
    npm run --silent token -- USAO prosecutor
    npm run --silent token -- ICRF liaison-officer

  A first query:
    curl -s ${url}/graphql \\
      -H "authorization: Bearer $(npm run --silent token -- DEA analyst)" \\
      -H 'x-purpose: area=drug-trafficking; use=investigation; case=DEA-2026-0042' \\
      -H 'content-type: application/json' \\
      -d '{"query":"{ records(first: 3, filter: { originators: [\\"ICE\\"] }) { edges { node { disclosure originator { code } record { title narrative } } } } }"}'

  All data is synthetic. Stop with Ctrl-C.`);
}
