import { openLog } from '../../platform/log.ts';
import { toldOf } from '../../platform/told-error.ts';

const SECRET = 'Marisol Quintanar';
const JWT = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJxdWludGFuYXIifQ.c2lnbmF0dXJl';

/** The lines that a log writes while something is done with it. */
function written(use: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  use(openLog('trace', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it.each([
    'authorization',
    'Authorization',
    'cookie',
    'set-cookie',
    'x-concordat-assertion',
    'accessToken',
    'password',
    'variables',
    'query',
    'justification',
    'case_number',
    'privateKey',
    'representations',
    'detail',
    'after',
  ])('tells nothing under `%s`, however deep it lies', (name) => {
    const line = written((log) => {
      log.info({ [name]: SECRET }, 'flat');
      log.info({ request: 1, a: { b: [{ c: { [name]: { text: SECRET } } }] } }, 'deep');
      log.child({ [name]: SECRET }).info('bound');
    });
    expect(line).toContain('"deep"');
    expect(line).not.toContain(SECRET);
  });

  it.each([
    ['a bearer token', `refused Bearer ${JWT}`, JWT],
    ['a token', `refused ${JWT}`, JWT],
    ["a URL's password", 'cannot reach postgresql://hub:hunter2@db.example/hub', 'hunter2'],
    ['a private key', '-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----', 'MC4CAQ'],
  ])('hides %s wherever it stands', (_what, text, secret) => {
    const line = written((log) => {
      log.warn(text);
      log.warn({ reason: text }, 'x');
      log.warn('told %s', text);
    });
    expect(line).toContain('[hidden]');
    expect(line).not.toContain(secret);
  });

  it('tells of an error its kind, its code and its place, and none of its words', () => {
    const row = Object.assign(new Error(`duplicate key\n  at ${SECRET} (/etc/x.ts:1:1)`), {
      code: '23505',
      detail: `Key (name)=(${SECRET}) already exists.`,
      query: SECRET,
    });
    const whole = new TypeError(SECRET, { cause: row });
    const line = written((log) => {
      log.error(whole);
      log.error({ error: whole }, 'failed');
      log.error({ err: whole }, 'failed');
      log.error({ deep: { errors: [whole] } }, 'failed');
    });
    expect(line).not.toContain(SECRET);
    expect(line).not.toContain('/etc/x.ts');
    expect(toldOf(whole)).toEqual({
      kind: 'TypeError',
      place: expect.arrayContaining([expect.stringMatching(/^test\/secrets\/log\.test\.ts:\d+:\d+$/)]) as string[],
      cause: { kind: 'Error', code: '23505', place: expect.any(Array) as string[] },
    });
    expect(line.trim().split('\n')).toHaveLength(4);
  });

  it.each([
    ['a name', Object.assign(new Error('x'), { name: SECRET })],
    ['a code', Object.assign(new Error('x'), { code: SECRET })],
    ['a thing that is no error', SECRET],
  ])('does not take %s for one that is told', (_what, error) => {
    expect(JSON.stringify(toldOf(error))).not.toContain(SECRET);
  });

  it('names the levels, to whoever sets another', () => {
    expect(() => openLog('loud')).toThrow('LOG_LEVEL is none of `silent`, `fatal`, `error`, `warn`, `info`');
  });
});
