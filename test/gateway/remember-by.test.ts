import { rememberBy } from '../../gateway/remember-by.ts';

interface Named {
  readonly name: string;
}

function naming() {
  let made = 0;
  const remembered = rememberBy((a: Named, b: Named) => ({ is: `${a.name}${b.name}`, made: (made += 1) }));
  return { remembered, made: () => made };
}

describe('what is made of two values', () => {
  it('is made once for the two, and for no others that are equal to them', () => {
    const { remembered } = naming();
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    expect(remembered(a, b)).toBe(remembered(a, b));
    expect(remembered(a, { name: 'b' })).not.toBe(remembered(a, b));
    expect(remembered(b, a).is).toBe('ba');
    expect(remembered(a, a).is).toBe('aa');
  });

  it('is not kept without end, however many there are of either', () => {
    const { remembered, made } = naming();
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    const others = Array.from({ length: 2_000 }, (_, index) => ({ name: `${index}` }));
    const first = remembered(a, b);
    for (const other of others) remembered(a, other);
    expect(remembered(a, b)).not.toBe(first);
    expect(made()).toBe(2_002);
  });

  it('is made again where making it failed', () => {
    let times = 0;
    const failing = rememberBy((_a: Named, _b: Named) => {
      times += 1;
      throw new Error('it failed');
    });
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    expect(() => failing(a, b)).toThrow('it failed');
    expect(() => failing(a, b)).toThrow('it failed');
    expect(times).toBe(2);
  });
});
