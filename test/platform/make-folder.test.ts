import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../platform/make-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'concordat-folder-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('a folder', () => {
  it('is made with those above it, and left as it is when it is there', () => {
    const path = join(root, 'a', 'b', 'c');
    makeFolder(path, 0o700);
    makeFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  it('is not made where a file is', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => makeFolder(join(root, 'file'))).toThrow('EEXIST');
    expect(() => makeFolder(join(root, 'file', 'x'))).toThrow('ENOTDIR');
  });

  it('is refused at once where none can be made', () => {
    expect(() => makeFolder('/proc/x/keys/y')).toThrow(/ENOENT|EACCES|EPERM/);
  });
});
