import fc from 'fast-check';
import { askedOnce } from '../../../gateway/federation/asked-once.ts';

const person = (id: string) => ({ __typename: 'DeaPerson', id });

describe('a fetch of entities', () => {
  it('asks for each once, and tells of it wherever it was asked for', () => {
    const representations = [person('a'), person('b'), person('a'), person('a')];
    const { variables, spread } = askedOnce({ representations, year: 2009 });
    expect(variables).toEqual({ representations: [person('a'), person('b')], year: 2009 });
    const [a, b] = [{ surname: 'A' }, null];
    expect(spread({ _entities: [a, b] })).toEqual({ _entities: [a, b, a, a] });
  });

  it('tells apart what is required of an entity besides its key', () => {
    const representations = [person('a'), { ...person('a'), height: 180 }];
    expect(askedOnce({ representations }).variables).toEqual({ representations });
  });

  it('lets whatever else an answer is pass', () => {
    const { spread } = askedOnce({ representations: [person('a'), person('a')] });
    expect(spread(null)).toBeNull();
    expect(spread({ _entities: null })).toEqual({ _entities: null });
    expect(askedOnce({ first: 1 }).spread({ records: [] })).toEqual({ records: [] });
  });

  it('answers in the order in which it was planned, whatever comes twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (ids) => {
        const { variables, spread } = askedOnce({ representations: ids.map(person) });
        const asked = variables['representations'] as readonly { readonly id: string }[];
        expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
        expect(spread({ _entities: asked.map(({ id }) => ({ id })) })).toEqual({
          _entities: ids.map((id) => ({ id })),
        });
      }),
      { seed: 20_100_302 },
    );
  });
});
