import { once } from 'node:events';
import { connect } from 'node:net';
import { keptAddresses } from '../../platform/hub-addresses.ts';
import { UsageError } from '../usage.ts';

/** What says where the index listens. */
interface Where {
  /** `--index`. */
  readonly index?: string;
  readonly home: string;
}

/** Where the index listens: as is said, by INDEX_URL, or as the `npm start` of the home has it. @throws UsageError */
export async function indexAt({ index, home }: Where): Promise<string> {
  const said = index ?? (process.env['INDEX_URL'] || undefined);
  if (said === undefined) return indexOfHome(home);
  if (URL.canParse(said) && /^https?:/.test(said)) return said;
  throw new UsageError(`\`${said}\` is no http or https URL`);
}

const SAY = 'say where the index listens: `--index http://…`, or INDEX_URL';

async function indexOfHome(home: string): Promise<string> {
  const index = (await keptAddresses(home))?.index;
  if (index === undefined) throw new UsageError(`\`npm start\` does not run with the home \`${home}\`: ${SAY}`);
  if (await listensAt(index)) return index;
  throw new UsageError(`nothing listens at ${index}, where \`npm start\` last was: start it again, or ${SAY}`);
}

const LONGEST_WAIT_MILLISECONDS = 5000;

async function listensAt(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  const usual = protocol === 'https:' ? 443 : 80;
  const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || usual });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
