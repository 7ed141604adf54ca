// The embedded PostgreSQL of the benchmark, in a process of its own so that it can be held to a core.
import { HUB_DATABASE } from '../../platform/database/names.ts';
import { openServer } from '../../platform/database/server.ts';

const { home } = JSON.parse(process.argv[2]!) as { home: string };
const server = await openServer({ home });
const stop = () => void server.stop().then(() => process.exit(0));
process.once('SIGTERM', stop);
process.once('disconnect', stop);
// Whoever listens for messages lives as long as its parent does.
process.on('message', () => undefined);
process.send?.({ url: await server.ensure(HUB_DATABASE) });
