import { LocalReplayMemory, type Used } from '../../policy/replay-memory.ts';

const used = (id: string, more: Partial<Used> = {}): Used => ({
  issuer: 'DEA',
  audience: 'index',
  id,
  until: 35,
  ...more,
});

describe('the memory of used assertions', () => {
  it('takes each once, until it would not count anyway', () => {
    const memory = new LocalReplayMemory();
    expect([0, 1, 34].map((now) => memory.take(used('a'), now))).toEqual(['first', 'again', 'again']);
  });

  it('keeps apart who signed it, and for whom', () => {
    const memory = new LocalReplayMemory();
    const all = [used('a'), used('a', { issuer: 'ICE' }), used('a', { audience: 'registry' }), used('b')];
    expect(all.map((one) => memory.take(one, 0))).toEqual(['first', 'first', 'first', 'first']);
  });

  it('takes nothing when it is full, of whom has filled it, and takes again what comes when the oldest have expired', () => {
    const memory = new LocalReplayMemory(2);
    const take = (id: string, until: number, now: number) => memory.take(used(id, { until }), now);
    expect([take('a', 35, 0), take('b', 40, 5), take('c', 40, 5)]).toEqual(['first', 'first', 'full']);
    expect(memory.take(used('a', { issuer: 'ICE' }), 5)).toBe('first');
    expect([take('c', 70, 36), take('d', 70, 36), take('b', 40, 36)]).toEqual(['first', 'full', 'again']);
  });

  it('takes nothing anew that it forgot, though the clock be set back', () => {
    const memory = new LocalReplayMemory();
    memory.take(used('a'), 0);
    memory.take(used('b', { until: 80 }), 50);
    expect(memory.take(used('a'), 10)).toBe('again');
  });
});
