import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);

describe('the repository', () => {
  it('holds no private key', () => {
    const suspicious = files.filter((file) => {
      const text = /\.(json|ya?ml|pem|key|jwk|env)$/.test(file) ? readFileSync(`${ROOT}/${file}`, 'utf8') : '';
      return /"d"\s*:\s*"[\w-]{40,}"|-----BEGIN [A-Z ]*PRIVATE KEY/.test(text);
    });
    expect(suspicious).toEqual([]);
  });

  it('runs no package script at install, and names no registry', () => {
    expect(readFileSync(`${ROOT}/.npmrc`, 'utf8')).toMatch(/^ignore-scripts=true$/m);
    expect(readFileSync(`${ROOT}/package-lock.json`, 'utf8')).not.toContain('"resolved"');
  });

  it('describes every variable of its configuration in the README', () => {
    const config = readFileSync(`${ROOT}/start/config.ts`, 'utf8');
    const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
    const names = [...config.matchAll(/'([A-Z][A-Z_]{3,})'/g)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('has every test that the threat model relies on', () => {
    const model = readFileSync(`${ROOT}/docs/threat-model.md`, 'utf8');
    const named = [
      ...model.matchAll(/`((?:scenarios|gateway|kit|policy|platform|start|secrets|cli|browser)\/[a-z/-]+)`/g),
    ].map(([, name]) => name!);
    const exists = (name: string) =>
      files.some(
        (file) =>
          [`test/${name}.test.ts`, `test/${name}.slow.ts`].includes(file) ||
          file.startsWith(`test/${name}/`) ||
          file.startsWith(`${name}/`),
      );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !exists(name))).toEqual([]);
  });
});
