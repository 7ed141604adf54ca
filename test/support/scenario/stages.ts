import type { Reading } from '../../../gateway/egress/outgoing.ts';
import type { Pipeline } from '../../../gateway/pipeline.ts';
import { NO_HITS } from '../../../policy/projection/hit-plan.ts';

/** A reading that takes nothing away, for an ingress that is replaced anyway. */
const UNREAD: Reading = { is: 'hub', plan: NO_HITS };

/** A gateway that asks what Apollo's plan says, and passes on what it is answered: the agencies' lock stands alone. */
export const withoutGatewayLock = (pipeline: Pipeline): Pipeline => ({
  ...pipeline,
  egress: ({ query, variables }) => ({ is: 'call', query, variables, reading: UNREAD }),
  ingress: (_call, data) => data,
});

/** A gateway whose lock a test takes off and puts on. */
export function switchable(lock: { readonly on: boolean }): (pipeline: Pipeline) => Pipeline {
  return (pipeline) => {
    const open = withoutGatewayLock(pipeline);
    return {
      ...pipeline,
      egress: (...call) => (lock.on ? pipeline : open).egress(...call),
      ingress: (...answer) => (lock.on ? pipeline : open).ingress(...answer),
    };
  };
}
