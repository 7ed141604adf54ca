import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

it('finds every generated file as its source would have it', () => {
  const script = fileURLToPath(new URL('../../scripts/generate.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect(stderr.match(/^.*out of date.*$/gm) ?? []).toEqual([]);
  expect(status).toBe(0);
});
