import { asksOthers } from '../../../gateway/playground/pages/shared/visibility/told.ts';
import { after } from '../../../gateway/playground/pages/shared/session/after.ts';
import { claimsIn } from '../../../gateway/playground/pages/shared/session/claims.ts';
import type { Session } from '../../../gateway/playground/pages/shared/session/who.ts';
import { pastedName } from '../../../gateway/playground/pages/shared/words/pasted.ts';

const tokenWith = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;
const persona = (id: string) => ({ viewer: { is: 'persona', id } }) as const;
const pasted = (token: string) => ({ viewer: { is: 'token', token } }) as const;
const PURPOSE = { area: 'drug-trafficking', use: 'investigation', case: 'DEA-1' };
const AT_DEA = after(persona('DEA/analyst'), { purpose: PURPOSE });

describe('a case number', () => {
  it('stays with viewers of the agency that it was stated for', () => {
    const same: readonly Session[] = [
      persona('DEA/liaison'),
      pasted(tokenWith({ agency: 'DEA' })),
      pasted('nonsense'),
      { viewer: undefined },
    ];
    for (const part of same) expect(after(AT_DEA, part).purpose).toEqual(PURPOSE);
  });

  it.each([persona('ICE/analyst'), pasted(tokenWith({ agency: 'ICE' }))])(
    'does not go with a viewer of another agency, and the area and the use stay to begin from: %j',
    (part) => {
      const now = after(AT_DEA, part);
      expect(now.purpose).toBeUndefined();
      expect(now.meant).toEqual({ area: 'drug-trafficking', use: 'investigation' });
    },
  );

  it('is nobody else’s either when a token that says nothing was pasted between', () => {
    expect(after(after(AT_DEA, pasted('nonsense')), persona('ICE/analyst')).purpose).toBeUndefined();
  });

  it('that was stated before anybody asked is that of whoever asks first', () => {
    const first = after(after({}, { purpose: PURPOSE }), persona('DEA/analyst'));
    expect(first.purpose).toEqual(PURPOSE);
    expect(after(first, persona('ICE/analyst')).purpose).toBeUndefined();
  });

  it('that is stated with the viewer is theirs', () => {
    const own = { ...PURPOSE, case: 'ICE-1' };
    expect(after(AT_DEA, { ...persona('ICE/analyst'), purpose: own }).purpose).toEqual(own);
  });
});

describe('a pasted token', () => {
  it('says whom it is of, and until when', () => {
    const claims = claimsIn(tokenWith({ name: 'Zoë Ångström', role: 'analyst', agency: 'DEA', exp: 1_800_000_000 }));
    expect(pastedName(claims)).toBe('Zoë Ångström, analyst, DEA (pasted token)');
    expect(claims.expiresAt?.toISOString()).toBe('2027-01-15T08:00:00.000Z');
  });

  it.each(['nonsense', 'a.b.c', '', tokenWith(null), tokenWith({ name: 5, exp: 'never' }), tokenWith({ exp: 1e300 })])(
    'that says nothing is a pasted token: %j',
    (token) => {
      expect(pastedName(claimsIn(token))).toBe('A pasted token');
      expect(claimsIn(token).expiresAt).toBeUndefined();
    },
  );
});

it('that nothing is withheld is said only where another agency’s data was asked for', () => {
  const none = { ruleset: 'sha256-x', purpose: null, disclosed: [], withheld: [], obligations: [] };
  expect(asksOthers(none)).toBe(false);
  expect(asksOthers({ ...none, disclosed: [{ originator: 'ICE', clauses: [] }] })).toBe(true);
});
