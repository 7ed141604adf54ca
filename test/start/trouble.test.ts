import type { Log } from '../../platform/log.ts';
import { startRelay } from '../../subgraphs/agency/outbox/relay.ts';
import { indexReceiver } from '../../subgraphs/agency/outbox/receiver.ts';
import { ANSWERING, troubleOf } from '../../start/trouble.ts';

describe('what goes wrong inside', () => {
  it('is logged with what it was to do, and never with the error’s words', () => {
    const logged: unknown[] = [];
    const log = { warn: (...line: unknown[]) => void logged.push(line) } as unknown as Log;
    troubleOf(log, { subgraph: 'USPIS', failed: ANSWERING })(new TypeError('Ana Gomez'));
    expect(logged).toEqual([
      [{ subgraph: 'USPIS', error: expect.objectContaining({ kind: 'TypeError' }) as object }, ANSWERING],
    ]);
    expect(JSON.stringify(logged)).not.toContain('Gomez');
  });

  it('says who could not be told of changes', async () => {
    const to = await new Promise((resolve) => {
      const receivers = [indexReceiver(() => Promise.reject(new Error('away')))];
      const url = 'postgresql://nobody@127.0.0.1:1/none';
      const relay = startRelay({
        url,
        agency: 'DEA',
        receivers,
        onTrouble: (_, who) => (void relay.stop(), resolve(who)),
      });
    });
    expect(to).toBe('hub');
  });
});
