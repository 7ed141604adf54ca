// Opens the embedded database of the home that it is given, says so, and holds it until it is killed.
import { startEmbedded } from '../../platform/database/embedded.ts';

const { url } = await startEmbedded({ home: process.argv[2] ?? '', durable: false });
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
