import type { Identities } from '../../policy/issued-token.ts';
import { viewerProver } from '../../policy/vouched-viewer.ts';
import { vouching } from '../support/vouching.ts';
import { AGENCIES } from './toy-bundle.ts';

const NOW = new Date('2026-03-02T10:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const VIEWER = { sub: 'v-1', agency: 'ICE', role: 'analyst' };
const { identities, voucher } = vouching(AGENCIES);

describe('a viewer whom a voucher proves', () => {
  it('is proven once for many questions', async () => {
    const viewerOf = viewerProver(identities);
    const vouched = await voucher(VIEWER, { now: NOW });
    const first = await viewerOf(vouched, NOW);
    expect(first).toEqual(VIEWER);
    expect(await viewerOf(vouched, later(60))).toBe(first);
  });

  it('VOUCHER_EXPIRED: is proven no longer than the agency says, and five seconds for its clock', async () => {
    const viewerOf = viewerProver(identities);
    const vouched = await voucher(VIEWER, { now: NOW, seconds: 60 });
    for (const seconds of [0, 64]) expect(await viewerOf(vouched, later(seconds))).toEqual(VIEWER);
    await expect(viewerOf(vouched, later(65))).rejects.toMatchObject({ code: 'VOUCHER_EXPIRED' });
  });

  it('VOUCHER_INVALID: is proven no longer than the key is published, or the agency is one of the exchange', async () => {
    const vouched = await voucher(VIEWER, { now: NOW });
    const { agencies, keys } = identities();
    const withoutKeys = new Map(keys).set('ICE', { ...keys.get('ICE')!, viewers: { keys: [] } });
    const others: readonly Identities[] = [
      { agencies, keys: withoutKeys },
      { agencies: agencies.filter(({ code }) => code !== 'ICE'), keys },
      { agencies, keys: new Map() },
    ];
    for (const other of others) {
      let pinned = identities();
      const viewerOf = viewerProver(() => pinned);
      expect(await viewerOf(vouched, NOW)).toEqual(VIEWER);
      pinned = other;
      await expect(viewerOf(vouched, NOW)).rejects.toMatchObject({ code: 'VOUCHER_INVALID' });
    }
  });

  it('is remembered among a thousand others at most, and proven anew after that', async () => {
    const viewerOf = viewerProver(identities);
    const vouched = await voucher(VIEWER, { now: NOW });
    const first = await viewerOf(vouched, NOW);
    for (let at = 0; at < 1_000; at += 1)
      await viewerOf(await voucher({ ...VIEWER, sub: `other-${at}` }, { now: NOW }), NOW);
    const again = await viewerOf(vouched, NOW);
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });
});
