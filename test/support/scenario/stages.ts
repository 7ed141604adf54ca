import type { Pipeline } from '../../../gateway/pipeline.ts';

/** A gateway that asks what Apollo's plan says, and passes on what it is answered: the agencies' lock stands alone. */
export const withoutGatewayLock = (pipeline: Pipeline): Pipeline => ({
  ...pipeline,
  egress: ({ query, variables }) => ({ is: 'call', query, variables, reading: { is: 'own' } }),
  ingress: (_call, data) => data,
});
