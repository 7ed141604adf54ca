import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

describe('the migrations of a subgraph', () => {
  it.each(['agency', 'index'])('bring a database of the %s to what its schema.prisma says', async (subgraph) => {
    const { stdout } = await run(process.execPath, ['scripts/migration.mjs', subgraph, '--check']);
    expect(stdout).toContain('the migrations are complete');
  });
});
