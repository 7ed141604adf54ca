import fc from 'fast-check';
import { signAssertions } from '../../policy/assertion.ts';
import { callerAssertion, proveCaller } from '../../policy/caller.ts';
import { LocalReplayMemory } from '../../policy/replay-memory.ts';
import { MOST_TOGETHER, rootFrom, treeOver } from '../../policy/signed-together.ts';
import { viewerProver } from '../../policy/vouched-viewer.ts';
import { vouching } from '../support/vouching.ts';
import { newKeys } from './keys.ts';
import { AGENCIES } from './toy-bundle.ts';

const gateway = newKeys();
const now = new Date('2026-03-02T10:00:00Z');
const { identities, voucher } = vouching(AGENCIES);
const viewerOf = viewerProver(identities);
const vouched = await voucher({ sub: 'v-1', name: 'A. Analyst', agency: 'ICE', role: 'analyst' }, { now });

interface Call {
  readonly audience: string;
  readonly body: string;
}

function signed(calls: readonly Call[], key = gateway.signing): readonly string[] {
  const claims = { voucher: vouched, ruleset: 'sha256-x', now };
  return signAssertions(
    calls.map((call) => callerAssertion({ ...claims, ...call })),
    key,
  );
}

function proven(token: string, { audience, body }: Call) {
  return proveCaller(token, {
    keys: gateway.published,
    viewerOf,
    audience,
    body,
    now,
    replays: new LocalReplayMemory(),
  });
}

const [toDea, toFbi] = [
  { audience: 'DEA', body: '{"query":"{ a }"}' },
  { audience: 'FBI', body: '{"query":"{ b }"}' },
] as const;

describe('calls that the gateway signs together', () => {
  it('are each proven to the one that is called, however many they are', async () => {
    for (let count = 1; count <= MOST_TOGETHER; count += 1) {
      const calls = Array.from({ length: count }, (_, index) => ({ audience: `A${index}`, body: `{"n":${index}}` }));
      const tokens = signed(calls);
      for (const [index, call] of calls.entries()) {
        await expect(proven(tokens[index]!, call)).resolves.toMatchObject({ viewer: { agency: 'ICE' } });
      }
    }
  });

  it('prove nothing to another receiver, nor of another body', async () => {
    const [token] = signed([toDea, toFbi]) as [string, string];
    await expect(proven(token, toFbi)).rejects.toMatchObject({ code: 'ASSERTION_AUDIENCE' });
    await expect(proven(token, { ...toDea, body: toFbi.body })).rejects.toMatchObject({ code: 'ASSERTION_BODY' });
  });

  it('are not proven with the parts of one another', async () => {
    const [a, b] = signed([toDea, toFbi]).map((token) => token.split('.')) as [string[], string[]];
    const elsewhere = signed([toDea])[0]!.split('.');
    const alone = signed([toDea], newKeys('other').signing)[0]!.split('.');
    const mixed = [
      [a[0], a[1], b[2], a[3]],
      [a[0], b[1], a[2], a[3]],
      [a[0], a[1], elsewhere[2], a[3]],
      [a[0], a[1], a[2], elsewhere[3]],
      [a[0], a[1], a[2], alone[3]],
      [a[0], a[1], a[3]],
      [a[0], a[1], a[2], a[3], a[3]],
      [a[0], a[1], '', a[3]],
      [a[0], a[1], a[2]!.slice(0, -44), a[3]],
      [a[0], a[1], `${a[2]}${a[2]}`, a[3]],
    ];
    for (const parts of mixed) {
      await expect(proven(parts.join('.'), toDea)).rejects.toMatchObject({ code: 'ASSERTION_INVALID' });
    }
  });

  it('tell nobody how many they are', () => {
    const lengths = [1, 2, 7, MOST_TOGETHER].map((count) => signed(Array(count).fill(toDea))[0]!.length);
    expect(new Set(lengths).size).toBe(1);
  });

  it('tell nobody what the others are: the same call has another path each time', () => {
    const paths = [signed([toDea, toFbi]), signed([toDea, toFbi])].map(([token]) => token!.split('.')[2]);
    expect(paths[0]).not.toBe(paths[1]);
  });
});

describe('a tree over texts', () => {
  const texts = fc.array(fc.string(), { minLength: 1, maxLength: MOST_TOGETHER });

  it('leads from every text, and from no other, to its root', () => {
    fc.assert(
      fc.property(texts, fc.string(), (all, other) => {
        const { root, paths } = treeOver(all);
        for (const [index, text] of all.entries()) {
          expect(rootFrom(text, paths[index]!)).toEqual(root);
          if (other !== text) expect(rootFrom(other, paths[index]!)).not.toEqual(root);
        }
      }),
      { seed: 20_100_301, numRuns: 50 },
    );
  });

  it('takes a path whose every byte is as it was made, and no other', () => {
    const { root, paths } = treeOver(['one', 'two']);
    const bytes = Buffer.from(paths[0]!, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      expect(rootFrom('one', changed.toString('base64url'))).not.toEqual(root);
    }
  });
});
