// Sees to it that there is a browser for the slow tests and the screenshots: Debian's own, installed where this may be done.
import { spawnSync } from 'node:child_process';

const isThere = (name) => spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).status === 0;

if (['chromium', 'chromium-browser', 'google-chrome'].some(isThere)) process.exit(0);
if (process.getuid?.() !== 0 || !isThere('apt-get')) {
  console.error('There is no Chromium here. Install one: as root, on Debian or Ubuntu, `apt-get install chromium`.');
  process.exit(1);
}
const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const steps = [
  ['update', '-q'],
  ['install', '-qy', '--no-install-recommends', 'chromium'],
];
const done = steps.every((args) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0);
process.exit(done ? 0 : 1);
