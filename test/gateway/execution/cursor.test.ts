import { moveInto, placesOf } from '../../../gateway/execution/cursor.ts';

const ANSWER = { rooms: [{ doors: [{ id: 1 }, null] }, null, { doors: null }, { doors: [{ id: 2 }] }], one: { id: 3 } };
const root = { path: [], data: ANSWER };

describe('a place in an answer', () => {
  it('is the objects under a path, through lists and what is not there', () => {
    const inside = moveInto(root, ['rooms', '@', 'doors', '@']);
    expect(inside?.data).toEqual([{ id: 1 }, null, null, null, { id: 2 }]);
    expect(placesOf(inside!, ANSWER)).toEqual([
      ['rooms', 0, 'doors', 0],
      ['rooms', 3, 'doors', 0],
    ]);
  });

  it('is found by a part of the path after another', () => {
    const rooms = moveInto(root, ['rooms', '@'])!;
    expect(rooms.data).toHaveLength(4);
    expect(moveInto(root, ['one'])).toEqual({ path: ['one'], data: { id: 3 } });
  });

  it.each([['none'], ['constructor'], ['toString'], ['__proto__']])('is nowhere under `%s`', (key) => {
    expect(moveInto(root, [key])).toBeUndefined();
    expect(moveInto({ path: [], data: { a: [{}, {}] } }, ['a', '@', key])?.data).toEqual([undefined, undefined]);
  });

  it('is none where there is a list that the path does not know of', () => {
    expect(() => moveInto(root, ['rooms', 'doors'])).toThrow('Unexpected array in result for path element doors');
  });
});
