import type { Agreement } from '../../../policy/agreement.ts';
import { random as randomOf } from '../../../subgraphs/agency/data/random.ts';
import type { Document } from '../operations/document.ts';
import type { Known } from '../operations/variables.ts';
import { twinOf, type Twin } from '../twin/twin.ts';
import type { Viewer } from '../world/viewers.ts';
import type { Holdings, World } from '../world/world.ts';
import { Reader } from '../reading/view.ts';
import { isSame, type Ask } from './ask.ts';
import type { Coverage } from './coverage.ts';
import { ledgerOf } from './ledger.ts';
import { explore, inTurn, viewing, type Asked } from './pass.ts';
import type { System } from './system.ts';

/** Two worlds that look alike to a viewer, and gave different answers. */
export interface Finding {
  readonly world: World;
  readonly viewer: Viewer;
  readonly twin: Twin;
  /** Undefined: the ledgers tell different things. */
  readonly asked: Asked | undefined;
  /** The other world's answer, or the two ledgers. */
  readonly other: string;
  /** The case's number, from one. */
  readonly at: number;
}

/** What is asked of a world. */
export interface Plan {
  readonly documents: readonly Document[];
  /** Cases for each viewer. */
  readonly count: number;
  readonly coverage: Coverage;
  /** The product makes a mistake on purpose. */
  readonly mistaken?: boolean;
}

/** Asks every viewer's questions in a world and in the viewer's own twin of it. @returns the first difference */
export async function compareWorld(system: System, world: World, plan: Plan): Promise<Finding | undefined> {
  const atOnce = hasQuotas(world.agreements) ? 1 : 4;
  const twins = world.viewers.map((viewer, index) => twinOf(world, viewer, randomOf(world.key, 'twin', index)));
  system.agree(world.agreements);
  await system.loader.load(world.holdings);
  const first: { readonly all: readonly Asked[]; readonly ledger: string }[] = [];
  for (const [index, viewer] of world.viewers.entries()) {
    await system.loader.forget();
    const ids = idsIn([world.holdings, twins[index]!.holdings]);
    const ask = await viewing(system, world, viewer);
    if (!plan.mistaken) await agreeOnCounts(ask, world, viewer);
    const all = await explore(ask, { ...plan, ids, key: `${world.key} ${index}`, atOnce });
    first.push({ all, ledger: await ledgerOf(system, viewer) });
  }
  for (const [index, viewer] of world.viewers.entries()) {
    const twin = twins[index]!;
    const { all, ledger } = first[index]!;
    await system.loader.load(twin.holdings);
    await system.loader.forget();
    const ask = await viewing(system, world, viewer);
    if (!plan.mistaken) await agreeOnCounts(ask, { ...world, holdings: twin.holdings }, viewer);
    const again = await inTurn(
      all.map(({ operation }) => operation),
      ask,
      atOnce,
    );
    const differs = all.findIndex(({ heard }, at) => !isSame(heard, again[at]!.heard));
    const about = { world, viewer, twin };
    plan.coverage.pair(viewer, twin, all.slice(0, differs < 0 ? all.length : differs + 1));
    if (differs >= 0) return { ...about, asked: all[differs]!, other: '', at: plan.coverage.cases };
    const otherLedger = await ledgerOf(system, viewer);
    if (otherLedger !== ledger)
      return { ...about, asked: undefined, other: `${ledger}\n---\n${otherLedger}`, at: plan.coverage.cases };
  }
  return undefined;
}

const COUNTS = `{ records(first: 0) { totalCount } cases(first: 0) { totalCount } liaisonContacts(first: 0) { totalCount } }`;

/** What is held to be hidden would otherwise be too much or too little, and nothing that is compared would say so. */
async function agreeOnCounts(ask: Ask, { agencies, holdings, agreements }: World, viewer: Viewer): Promise<void> {
  const { data } = JSON.parse((await ask({ document: { text: COUNTS }, variables: {} })).text) as CountsShape;
  if (!data) return;
  const views = agencies.flatMap((agency) =>
    agency === viewer.agency ? [] : [...new Reader(viewer, agency, agreements).view(holdings[agency]!).values()],
  ) as readonly { readonly type: string; readonly fields?: unknown }[];
  const own = holdings[viewer.agency]!;
  const count = (type: string) =>
    views.filter((seen) => seen.type === type && seen.fields).length +
    own.filter((entity) => entity.type === type).length;
  const told = [data.records, data.cases, data.liaisonContacts].map(({ totalCount }) => totalCount).join();
  const read = [count('Record'), count('Case'), count('LiaisonContact')].join();
  if (told !== read)
    throw new Error(`the product lists ${told}, and by the clauses it is ${read}: ${JSON.stringify(viewer)}`);
}

interface CountsShape {
  readonly data: Readonly<Record<'records' | 'cases' | 'liaisonContacts', { readonly totalCount: number }>> | null;
}

const hasQuotas = (agreements: readonly Agreement[]) =>
  agreements.some(({ clauses }) => clauses.some(({ share }) => share?.obligations?.quotas));

/** Ids of what either world has, by the root field that looks it up. */
function idsIn(worlds: readonly Holdings[]): Known['ids'] {
  const all = worlds.flatMap((holdings) => Object.values(holdings).flat());
  const of = (type: string) => [...new Set(all.filter((entity) => entity.type === type).map(({ id }) => id))];
  return { record: of('Record'), case: of('Case'), liaisonContact: of('LiaisonContact'), others: of('Person') };
}
