import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lastWords } from '../../start/last-words.ts';

const SECRET = 'Marisol Quintanar';
const WORDS = new URL('../../start/last-words.ts', import.meta.url).href;

/** A process that does what nobody catches. */
function crash(deed: string) {
  const program = `const { endOnUncaught } = await import('${WORDS}'); endOnUncaught(); ${deed}; setInterval(() => {}, 1000);`;
  return spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
    timeout: 30_000,
  });
}

describe('what nobody catches', () => {
  it.each([
    ['an error', `setTimeout(() => { throw new TypeError('${SECRET}') }, 1)`],
    ['a promise', `void Promise.reject(Object.assign(new TypeError('${SECRET}'), { detail: '${SECRET}' }))`],
  ])('ends the process, and is told without its words: %s', (_what, deed) => {
    const { status, stdout, stderr } = crash(deed);
    expect(status).toBe(1);
    expect(stderr).toContain('something failed inside, and nobody caught it: {"kind":"TypeError"');
    expect(stdout + stderr).not.toContain(SECRET);
  });
});

describe('a start that fails', () => {
  class DatabaseError extends Error {}

  it.each([
    ['a library', new DatabaseError(SECRET)],
    ['Node.js', Object.assign(new Error(SECRET), { code: 'ERR_X' })],
    ['a bug', new TypeError(SECRET)],
  ])('says nothing of what %s says', (_whose, error) => {
    expect(lastWords(error)).toMatch(/^something failed inside: \{"kind":/);
    expect(lastWords(error)).not.toContain(SECRET);
  });

  it.each([
    [{ code: 'ENOENT', path: '/x/y' }, '`/x/y` is not there: check how it is written, and the folder that you are in'],
    [
      { code: 'EACCES', path: '/x' },
      '`/x` may not be used by this account: change its permissions, or name another place',
    ],
    [{ code: 'EISDIR', path: '/x' }, '`/x` is a folder, where a file is meant'],
    [
      { code: 'EADDRINUSE', address: '127.0.0.1', port: 4000 },
      'the port 4000 of `127.0.0.1` is taken: end what listens there, or set PORT to another (0: any free one)',
    ],
    ...['ENOTFOUND', 'EAI_AGAIN'].map((code): [object, string] => [
      { code, syscall: 'getaddrinfo', hostname: 'nohost' },
      '`nohost` is no address of this machine, nor a name that leads to one: set HOST to one that is, as `127.0.0.1`, or leave it out',
    ]),
    [
      { code: 'EADDRNOTAVAIL', syscall: 'listen', address: '192.0.2.1' },
      '`192.0.2.1` is no address of this machine, nor a name that leads to one: set HOST to one that is, as `127.0.0.1`, or leave it out',
    ],
  ])('says what to do about %j', (failure, told) => {
    expect(lastWords(Object.assign(new Error('raw'), failure))).toBe(told);
  });

  it('says what is our own to say', () => {
    expect(lastWords(new Error('PORT is `http`'))).toBe('PORT is `http`');
  });
});
