import { Turns, type Turn } from '../../gateway/limits/turns.ts';

const viewer = (sub: string) => ({ agency: 'DEA', sub });

/** Those who have a turn at the moment, in the order in which they were given theirs. */
function heard(): { readonly begun: string[]; hear(name: string, turn: Turn): Turn } {
  const begun: string[] = [];
  return {
    begun,
    hear(name, turn) {
      void turn.begun.then(() => begun.push(name));
      return turn;
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('turns of operations that look for texts', () => {
  it('are at once for as many of one viewer as may, and for the others when these are over', async () => {
    const turns = new Turns({ atOnce: 10, ofViewer: 2, waiting: 5 });
    const { begun, hear } = heard();
    const [first] = ['a1', 'a2', 'a3', 'a4'].map((name) => hear(name, turns.ask(viewer('a'))));
    hear('b1', turns.ask(viewer('b')));
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    first!.end();
    first!.end();
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('are next for whoever has the fewest, not for whoever asks most', async () => {
    const turns = new Turns({ atOnce: 2, ofViewer: 2, waiting: 5 });
    const { begun, hear } = heard();
    const [first] = ['a1', 'a2', 'a3', 'a4'].map((name) => hear(name, turns.ask(viewer('a'))));
    hear('b1', turns.ask(viewer('b')));
    first!.end();
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
  });

  it('are refused to a viewer of whom as many wait already as may, and to nobody else', async () => {
    const turns = new Turns({ atOnce: 1, ofViewer: 1, waiting: 1 });
    turns.ask(viewer('a'));
    const waiting = turns.ask(viewer('a'));
    expect(() => turns.ask(viewer('a'))).toThrow('1 operations of the viewer that look for texts are waiting already');
    turns.ask(viewer('b'));
    waiting.end();
    await waiting.begun;
    expect(() => turns.ask(viewer('a'))).not.toThrow();
  });
});
