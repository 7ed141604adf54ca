import { sessionIn } from '../../../gateway/playground/pages/shared/session/kept.ts';
import { mailHref, phoneHref } from '../../../gateway/playground/pages/shared/words/contact-href.ts';
import { tokenIn } from '../../../gateway/playground/pages/shared/words/token.ts';

const VIEWER = { is: 'persona', id: 'DEA/analyst' };
const PURPOSE = { area: 'drug-trafficking', use: 'investigation', case: 'C-1' };

describe('a session that a tab kept', () => {
  it('is read as it was kept', () => {
    const whole = { ...PURPOSE, stage: 'core-data', matches: ['a'], offence: { code: '21-841', maxPenaltyMonths: 60 } };
    for (const session of [{ viewer: VIEWER, purpose: whole }, { viewer: { is: 'signed-in', agency: 'DEA' } }, {}])
      expect(sessionIn(JSON.stringify(session))).toEqual(session);
    expect(sessionIn(null)).toEqual({});
  });

  it.each(['null', '[]', '5', '"x"', '{', '', '{"viewer":null,"purpose":null}', '{"__proto__":{"viewer":1}}'])(
    'is empty where `%s` was kept',
    (text) => expect(sessionIn(text)).toEqual({}),
  );

  it.each([
    { is: 'persona' },
    { is: 'token', token: 5 },
    { is: 'toString', id: 'x' },
    { is: 'constructor' },
    'DEA/analyst',
    [],
  ])('has no viewer where %j was kept', (viewer) =>
    expect(sessionIn(JSON.stringify({ viewer, purpose: PURPOSE }))).toEqual({ purpose: PURPOSE }),
  );

  it.each([
    {},
    { ...PURPOSE, area: 1 },
    { ...PURPOSE, matches: 'a' },
    { ...PURPOSE, matches: [1] },
    { ...PURPOSE, offence: '21-841' },
    { ...PURPOSE, stage: {} },
  ])('has no purpose where %j was kept', (purpose) =>
    expect(sessionIn(JSON.stringify({ viewer: VIEWER, purpose }))).toEqual({ viewer: VIEWER }),
  );
});

describe('what was pasted', () => {
  it.each(['a.b.c', ' a.b.c\n', 'Bearer a.b.c', 'Authorization: bearer  a.b.c', 'a.\r\n  b.\nc'])(
    'is a token without what a terminal put around and into it: %j',
    (text) => expect(tokenIn(text)).toBe('a.b.c'),
  );
});

describe('whom to ask', () => {
  it('is called and written to as told, and no otherwise', () => {
    expect(phoneHref('+1 202 555-0101')).toBe('tel:+12025550101');
    expect(phoneHref('javascript:alert(1)')).toBe('tel:1');
    expect(mailHref('sharing@dea.example')).toBe('mailto:sharing@dea.example');
    expect(mailHref('a@b.example?bcc=c@evil.example&body=x')).toBe(
      'mailto:a@b.example%3Fbcc%3Dc@evil.example%26body%3Dx',
    );
  });
});
