import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, stripIgnoredCharacters } from 'graphql';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ScenarioSubgraph } from '../../support/scenario/subgraphs.ts';

/** A question as the index received it. */
export interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a test has the index do. */
export interface Pointing {
  /** Hears every question. */
  readonly asked: (asked: Asked) => void;
  /** Which selectors, as the index receives them, lead to a record. */
  readonly leads: (selector: Readonly<Record<string, unknown>>) => boolean;
  /** Waits before it answers. */
  readonly patience?: () => Promise<unknown>;
}

const LABELS = { kind: 'REPORT_OF_INVESTIGATION', crimeAreas: [], releasableTo: [], notReleasableTo: [] };
const HIT = {
  disclosure: 'FULL',
  originator: { code: 'ICE' },
  contact: null,
  record: { __typename: 'IceRecord', id: 'a-record' },
  labels: { ...LABELS, originatorConsent: false, obtainedFrom: null },
};

/** An index in the test's own hands. */
export async function openPointers(sdl: string, { asked, leads, patience }: Pointing): Promise<ScenarioSubgraph> {
  const check = (selector: Readonly<Record<string, unknown>>) => ({
    ...{ recordCount: leads(selector) ? 1 : 0, records: leads(selector) ? [HIT] : [] },
    ...{ caseCount: 0, cases: [] },
  });
  const Query = {
    tell: () => 'told',
    records: () => ({ edges: [], totalCount: 0 }),
    selectorChecks: (_: unknown, { selectors }: { readonly selectors: readonly Readonly<Record<string, unknown>>[] }) =>
      selectors.map(check),
  };
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: { Query } });
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const { query, variables } = JSON.parse(body) as Asked;
      asked({ query: stripIgnoredCharacters(query), variables });
      await patience?.();
      const answer = await graphql({ schema, source: query, variableValues: { ...variables } });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { name: 'index', url: `http://127.0.0.1:${port}/graphql`, stop };
}
