import type { GatewayOptions } from '../gateway/gateway.ts';
import { manifestFile } from '../gateway/persisted/manifest-file.ts';
import type { Log } from '../platform/log.ts';
import type { Config } from './config.ts';

/** The operations that this gateway's manifest lists; every new state of the file is logged. */
export function listedOperations(
  { persistedOperations, persistedOnly }: Config,
  log: Log,
): Pick<GatewayOptions, 'persisted'> {
  if (persistedOperations === undefined) return {};
  const persisted = manifestFile(persistedOperations, persistedOnly, (news) => {
    if ('mistakes' in news)
      log.error(news, 'the listed operations have mistakes; those of the last good file are kept');
    else log.info(news, 'the listed operations have changed');
  });
  return { persisted };
}
