import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const RUNNING = new URL('../../start/running.ts', import.meta.url).href;
const PROGRAM = `
  const { stopSignal } = await import('${RUNNING}');
  const alive = setInterval(() => undefined, 1000);
  const { asked, signal } = stopSignal();
  console.log('waiting', signal.aborted);
  await asked;
  clearInterval(alive);
  console.log('stopped', signal.aborted);
  process.exit(0);`;

describe('what npm runs', () => {
  it('stops when npm was ended and its shell passed no signal on', async () => {
    const node = `"${process.execPath}" --import tsx --input-type module -e "$PROGRAM"`;
    const env = { ...process.env, PROGRAM, NODE_OPTIONS: '', npm_lifecycle_event: 'start' };
    const shell = spawn('sh', ['-c', `${node}; true`], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const complaint = once(createInterface(shell.stderr), 'line');
    const lines = createInterface(shell.stdout);
    const [first] = (await once(lines, 'line')) as [string];
    expect(first).toBe('waiting false');
    const next = once(lines, 'line');
    shell.kill('SIGTERM');
    expect(await complaint).toEqual(['stopping …']);
    expect(await next).toEqual(['stopped true']);
  });
});
