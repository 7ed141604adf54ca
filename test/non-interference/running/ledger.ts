import type { Viewer } from '../world/viewers.ts';
import { asking, dataOf } from './ask.ts';
import type { System } from './system.ts';

const RECORDED = `{ disclosures(first: 100) { edges { node {
  recipient viewer role purpose { area use case } operation disclosed { originator clauses } } } } }`;
const TOLD = `{ notifications(first: 100) { edges { node {
  kind recipient viewer clauses coordinates purpose { area use case } } } } }`;

/** What the ledger, and what was told to their agency as an originator, say to a viewer's own agency: in no order, as of no time. */
export async function ledgerOf(system: System, { agency }: Viewer): Promise<string> {
  const officer = { ...OFFICER, agency };
  const lines = await Promise.all(
    [
      ['privacy-officer', RECORDED],
      ['liaison-officer', TOLD],
    ].map(async ([role, text]) => {
      const ask = await asking(system.scenario, { ...officer, role: role! });
      const data = dataOf(await ask({ document: { text: text! }, variables: {} })) as Recorded | null;
      const edges = Object.values(data ?? {}).flatMap((connection) => connection?.edges ?? []);
      return edges.map(({ node }) => JSON.stringify(node)).sort();
    }),
  );
  return lines.flat().join('\n');
}

type Recorded = Readonly<Record<string, { readonly edges: readonly { readonly node: unknown }[] } | null>>;

const OFFICER = {
  role: '',
  sub: 'officer',
  trainings: [],
  clearance: undefined,
  contactPoint: false,
  purpose: undefined,
};
