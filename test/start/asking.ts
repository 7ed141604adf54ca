import { readFileSync } from 'node:fs';
import type { Product } from './product.ts';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const PURPOSE = 'area=drug-trafficking; use=investigation; case=DEA-2026-0042';
const ICE_TITLES =
  '{ records(filter: { originators: ["ICE"] }, first: 5) { totalCount edges { node { record { title } } } } }';

/** What comes back of a question about records. */
export interface Answer {
  readonly data?: {
    readonly records: {
      readonly totalCount: number;
      readonly edges: readonly { node: { record: { title: string | null } | null } }[];
    };
  };
  readonly errors?: readonly unknown[];
  readonly extensions?: { readonly visibility: { readonly ruleset: string } };
}

/** Asks a product that runs: for records of ICE, unless it is told otherwise. */
export async function ask(product: Product, token: string, query = ICE_TITLES): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': PURPOSE, 'content-type': 'application/json' };
  const response = await fetch(`${product.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await response.json()) as Answer;
}

/** The README's first query, and the answer that it shows. */
export function firstQueryOfReadme(): { readonly query: string; readonly answer: Answer } {
  const body = /-d '(\{"query".*\})'/.exec(README)?.[1] ?? '';
  const answer = /```json\n(.*?)```/s.exec(README)?.[1] ?? '';
  return { query: (JSON.parse(body) as { query: string }).query, answer: JSON.parse(answer) as Answer };
}

/** An answer without the digest of its ruleset, which the README does not show. */
export function steady(answer: Answer): Answer {
  return JSON.parse(JSON.stringify(answer).replace(/"sha256-[\w-]+"/, '"sha256-…"')) as Answer;
}
