// `npm run refused -- DEA`: lists what the hub has refused of an agency, and was set aside: which object, by which error,
// since when. `npm run recontribute -- DEA --refused` tells of it anew.
import './quiet.ts';
import type { AgencyStore } from '../subgraphs/agency/store/agency-store.ts';
import { countRefused, refusedOf, type RefusedRow } from '../subgraphs/agency/store/refused.ts';
import { withAgencyStore } from './agency-store.ts';
import { runToItsEnd } from './last-words.ts';

const MOST = 1000;

async function main([code, ...more]: readonly string[]): Promise<void> {
  await withAgencyStore(more.length === 0 ? code : undefined, 'npm run refused -- CODE', list);
}

async function list(store: AgencyStore, code: string): Promise<void> {
  const rows = await refusedOf(store, MOST);
  if (rows.length === 0) return console.log(`the hub has refused nothing of ${code}`);
  for (const row of rows) console.log(lineOf(row));
  const left = (await countRefused(store)) - rows.length;
  if (left > 0) console.log(`and ${left} more`);
}

function lineOf({ receiver, type, id, op, code, refusedAt }: RefusedRow): string {
  return [refusedAt.toISOString(), receiver, code, op, type, id].join('  ');
}

runToItsEnd(main);
