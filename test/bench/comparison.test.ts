import { likeness } from '../../bench/overhead/same.ts';
import { attribute } from '../../bench/overhead/profile/attribute.ts';
import { partOf } from '../../bench/overhead/profile/part.ts';
import { chosenOperations } from '../../bench/overhead/operations.ts';

const ROOT = new URL('../../', import.meta.url).href;

describe('a comparison of gateways', () => {
  it('tells an answer with something withheld from another answer', () => {
    const all = {
      records: [
        { id: '1', title: 'a' },
        { id: '2', title: 'b' },
      ],
    };
    expect(likeness(structuredClone(all), all)).toBe('the same');
    expect(likeness({ records: [{ id: '2', title: null }] }, all)).toBe('less of the same');
    expect(likeness({ records: [{ id: '1', title: 'b' }] }, all)).toBe('another');
    expect(likeness({ records: [{ id: '2' }, { id: '1' }] }, all)).toBe('another');
    expect(likeness({ records: [{ id: '1', note: 'a' }] }, all)).toBe('another');
  });

  it('asks what is chosen, and refuses what it does not know', () => {
    expect(chosenOperations('flat').map(({ name }) => name)).toEqual(['flat']);
    expect(chosenOperations(undefined).length).toBe(4);
    expect(() => chosenOperations('flat,deep')).toThrow('not all of flat, deep');
  });

  it('counts time for the room whose script ran, and what is built in for who called it', () => {
    const frame = (functionName: string, url: string) => {
      return { functionName, url, scriptId: '1', lineNumber: 0, columnNumber: 0 };
    };
    const { rooms, functions, whole } = attribute({
      nodes: [
        { id: 1, callFrame: frame('(root)', ''), children: [2, 4, 6] },
        { id: 2, callFrame: frame('reveal', `${ROOT}gateway/ingress/ingress.ts`), children: [3] },
        { id: 3, callFrame: frame('parse', '') },
        { id: 4, callFrame: frame('run', `${ROOT}node_modules/@apollo/server/dist/run.js`), children: [5] },
        { id: 5, callFrame: frame('reveal', `${ROOT}gateway/ingress/ingress.ts`) },
        { id: 6, callFrame: frame('(idle)', '') },
      ],
      samples: [2, 3, 4, 5, 6],
      timeDeltas: [0, 1000, 2000, 3000, 4000, 5000],
      startTime: 0,
      endTime: 15_000,
    });
    expect([...rooms]).toEqual([
      ['gateway/ingress', 7],
      ['@apollo/server', 3],
    ]);
    expect(functions.get('parse of reveal (ingress.ts, gateway/ingress)')).toBe(2);
    expect(whole.get('run (run.js, @apollo/server)')).toBe(7);
  });

  it('names the part of a gateway that a room belongs to', () => {
    const parts = ['gateway/egress', 'policy', 'gateway/http', '@apollo/query-planner', 'undici', 'node:net', 'yaml'];
    expect(parts.map(partOf)).toEqual(['rules', 'rules', 'server', 'planning', 'fetching', 'Node', 'other packages']);
  });
});
