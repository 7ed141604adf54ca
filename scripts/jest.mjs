// Runs the tests. The slow tests are a selection of their own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const slow = args.includes('--slow');
const rest = args.filter((arg) => arg !== '--slow');
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const result = spawnSync(process.execPath, ['--no-warnings', jest, ...rest], {
  stdio: 'inherit',
  env: { ...process.env, ...(slow ? { CONCORDAT_SLOW: '1' } : {}) },
});
process.exit(result.status ?? 1);
