import type { Product } from './product.ts';

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
