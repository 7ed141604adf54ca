import { watch, type Later, type Watched } from '../../../gateway/playground/pages/shared/watch.ts';

type Look = Watched<string>['look'];

/** A page that watches, by a clock that a test moves on. */
function watching(look: Look) {
  const waits: number[] = [];
  const told: string[] = [];
  const page = { isSeen: true };
  let due: (() => void) | undefined;
  const later: Later = (milliseconds, call) => {
    waits.push(milliseconds);
    due = call;
    return () => (due = undefined);
  };
  const end = watch({ look, tell: (found) => void told.push(found), isSeen: () => page.isSeen }, later);
  const tick = async () => {
    const call = due;
    due = undefined;
    call?.();
    await new Promise(setImmediate);
  };
  return { waits, told, page, end, tick, isWaiting: () => due !== undefined };
}

const refuses: Look = () => Promise.reject(new Error('unreachable'));

describe('a page that watches for other agreements', () => {
  it('looks again every three seconds, and tells what it finds', async () => {
    const { waits, told, tick } = watching(async () => 'sha256-1');
    await tick();
    await tick();
    expect(told).toEqual(['sha256-1', 'sha256-1']);
    expect(waits).toEqual([3_000, 3_000, 3_000]);
  });

  it.each([
    ['is no answer', async () => undefined],
    ['is no gateway', refuses],
  ])('looks ever more seldom while there %s, and no more seldom than once a minute', async (_, look: Look) => {
    const { waits, told, tick } = watching(look);
    for (let times = 0; times < 7; times++) await tick();
    expect(waits).toEqual([3_000, 6_000, 12_000, 24_000, 48_000, 60_000, 60_000, 60_000]);
    expect(told).toEqual([]);
  });

  it('is as quick as before once there is an answer again', async () => {
    const answers = [undefined, 'sha256-1'];
    const { waits, tick } = watching(async () => answers.shift());
    await tick();
    await tick();
    expect(waits).toEqual([3_000, 6_000, 3_000]);
  });

  it('asks nothing while nobody looks at it', async () => {
    let looks = 0;
    const { page, tick } = watching(async () => `look ${(looks += 1)}`);
    page.isSeen = false;
    await tick();
    expect(looks).toBe(0);
    page.isSeen = true;
    await tick();
    expect(looks).toBe(1);
  });

  it('tells nothing that was asked for somebody before, and asks no more', async () => {
    let answer = (_digest: string) => {};
    const { told, tick, end, isWaiting } = watching(() => new Promise((resolve) => (answer = resolve)));
    await tick();
    end();
    answer('sha256-1');
    await tick();
    expect(told).toEqual([]);
    expect(isWaiting()).toBe(false);
  });
});
