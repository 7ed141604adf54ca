/** Imports run one way: the rooms of the house, and which of them each may enter. */
const rooms = {
  schema: [],
  policy: ['schema'],
  matching: ['schema'],
  platform: ['policy', 'matching', 'schema'],
  gateway: ['policy', 'matching', 'schema', 'platform'],
  cli: ['policy', 'matching', 'schema', 'platform', 'subgraphs/kit', 'gateway/permit-all'],
  'subgraphs/kit': ['policy', 'matching', 'schema', 'platform'],
  'subgraphs/agency': ['subgraphs/kit', 'policy', 'matching', 'schema', 'platform'],
  'subgraphs/index': ['subgraphs/kit', 'policy', 'matching', 'schema', 'platform'],
  'subgraphs/deconfliction': ['subgraphs/kit', 'policy', 'matching', 'schema', 'platform'],
  'subgraphs/registry': ['subgraphs/kit', 'policy', 'schema', 'platform'],
};

const stages = ['identity', 'purpose', 'decide', 'blinding', 'egress', 'ingress', 'explain', 'ledger'];

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(rooms).map(([room, entered]) => ({
      name: `${room.replace('/', '-')}-imports-one-way`,
      comment: `${room} may import ${entered.join(', ') || 'nothing of ours'}`,
      severity: 'error',
      from: { path: `^${room}/` },
      to: {
        path: '^(schema|policy|matching|platform|gateway|cli|start|subgraphs|test|bench)/',
        pathNot: `^(${[room, ...entered].join('|')})/`,
      },
    })),
    ...stages.map((stage) => ({
      name: `stage-${stage}-stands-alone`,
      comment: 'stages of the gateway do not import each other: the pipeline hands them values',
      severity: 'error',
      from: { path: `^gateway/${stage}/` },
      to: {
        path: `^gateway/(${stages.filter((other) => other !== stage).join('|')}|federation|http)/`,
        dependencyTypesNot: ['type-only'],
      },
    })),
    {
      name: 'permit-all-is-for-development',
      comment: 'what permits everything is reached by its own verb, and by nothing that a product runs',
      severity: 'error',
      from: { pathNot: '^(gateway/permit-all/|cli/verbs/gateway\\.ts$)' },
      to: { path: '^(gateway/permit-all/|policy/permit-all\\.ts$)' },
    },
    {
      name: 'pages-run-in-browsers',
      comment: 'of what runs on a server, pages know the types',
      severity: 'error',
      from: { path: '^gateway/playground/pages/' },
      to: {
        path: '^(schema|policy|platform|gateway)/',
        pathNot: '^gateway/playground/pages/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'policy-is-pure',
      comment: 'no network, no disk, no clock of its own',
      severity: 'error',
      from: { path: '^(policy|matching)/' },
      to: {
        path: '^(node:)?(fs|fs/promises|net|http|https|dns|child_process|os|worker_threads|timers)$|undici|fastify|^pg$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
