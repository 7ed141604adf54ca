// `npm run left-out -- DEA`: lists the records and cases of an agency that have more selectors than the index is told of of
// one, and how many it is not told of: by those nobody finds them.
import './quiet.ts';
import type { AgencyStore } from '../subgraphs/agency/store/agency-store.ts';
import { leftOutIn } from '../subgraphs/agency/store/left-out.ts';
import { withAgencyStore } from './agency-store.ts';
import { runToItsEnd } from './last-words.ts';

async function main([code, ...more]: readonly string[]): Promise<void> {
  await withAgencyStore(more.length === 0 ? code : undefined, 'npm run left-out -- CODE', list);
}

async function list(store: AgencyStore, code: string): Promise<void> {
  let found = 0;
  for await (const { type, id, count } of leftOutIn(store)) {
    console.log(`${type}  ${id}  ${count} selectors are left out`);
    found++;
  }
  if (found === 0) console.log(`the index is told of every selector of ${code}`);
}

runToItsEnd(main);
