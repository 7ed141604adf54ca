import type { Scenario } from './scenario.ts';

/** What an agency was told, as its liaison officer reads it; the newest first. */
export async function toldTo(scenario: Scenario, agency: string): Promise<readonly Record<string, unknown>[]> {
  const { data, errors } = await scenario.as(agency, { role: 'liaison-officer', purpose: null }).query(TOLD);
  if (errors) throw new Error(JSON.stringify(errors));
  const { notifications } = data as { notifications: { edges: readonly { node: Record<string, unknown> }[] } };
  return notifications.edges.map(({ node }) => node);
}

const TOLD = `{ notifications(first: 100) { edges { node {
  kind recipient viewer clauses coordinates purpose { area use case justification }
} } } }`;
