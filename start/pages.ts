import { keepBundle } from '../gateway/playground/bundled.ts';
import type { PlaygroundOptions } from '../gateway/playground/serve.ts';
import type { Config } from './config.ts';
import { personasOf } from './demo-only.ts';
import type { Pinned } from './party.ts';

/**
 * What is served to people. The pages are made meanwhile, where they are not. Undefined: nothing is served.
 * @throws Error when a variable that says where viewers sign in is wrong
 */
export async function pagesOf(config: Config, { agencies, log }: Pinned): Promise<PlaygroundOptions | undefined> {
  const signIn = config.signIn(agencies);
  if (!config.playground) return undefined;
  const bundled = keepBundle((error) =>
    log.error({ error }, 'the pages of the playground cannot be made: `npm run playground` tells why'),
  );
  return { bundled, signIn, personas: await personasOf(config, agencies) };
}
