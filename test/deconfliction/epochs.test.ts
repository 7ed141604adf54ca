import { epochsTold } from '../../start/epochs-told.ts';
import { targetsByEpoch } from '../../subgraphs/deconfliction/declarations/epochs.ts';
import { caseTeller } from './cases.ts';
import { after, id, sealed, useWorld } from './world.ts';

const world = useWorld();
const { entry, tell, beginAnew } = caseTeller(world);

beforeEach(beginAnew);

const DECLARE = `mutation ($id: ID!, $until: DateTime, $selectors: [TargetSelectorInput!]!) {
  declareTarget(id: $id, kind: WATCH, until: $until, selectors: $selectors) { id } }`;

describe('a rotation of the blinding keys', () => {
  const watch = (agency: string, n: number, epochs: readonly number[], until: Date | null = null) =>
    world.data(agency, DECLARE, {
      id: id(n),
      until: until?.toISOString() ?? null,
      selectors: [{ phone: sealed('PHONE', `+1202555010${n}`, epochs) }],
    });
  const endTarget = (agency: string, n: number) => world.data(agency, `mutation { endTarget(id: "${id(n)}") { id } }`);
  const told = async (pointersUnder: number) =>
    epochsTold(
      [{ agency: 'DEA', epoch: pointersUnder, count: 39_976 }],
      await targetsByEpoch(world.database, world.now),
    );

  it('comes to its end while watches stand that were declared under both keys', async () => {
    await watch('DEA', 1, [1]);
    expect((await told(1)).at(-1)).toBe('all is blinded under epoch 1: any other may be retired');
    // A second key is added, and one is declared under both.
    await watch('ICE', 2, [1, 2]);
    expect((await told(1)).at(-1)).toBe('all is blinded under epoch 1: any other may be retired');
    // The second is in use, and everything has been contributed anew.
    expect(await told(2)).toEqual([
      'DEA  epoch 1  0 pointers  1 targets',
      'DEA  epoch 2  39976 pointers  0 targets',
      'ICE  epochs 1, 2  0 pointers  1 targets',
      'not all is blinded under epoch 2; what is not is found no more by its selectors when its epochs are retired:',
      'DEA: 1 target under epoch 1: its officers declare watches anew under another id, and end the old ones (`endTarget`)',
    ]);
    await watch('DEA', 3, [1, 2]);
    await endTarget('DEA', 1);
    expect((await told(2)).at(-1)).toBe('all is blinded under epoch 2: any other may be retired');
  });

  it('says who has to do what: for files, for cases, and for what officers declared', async () => {
    await tell('DEA', entry({ n: 1 }));
    await watch('ICE', 2, [2]);
    expect((await told(1)).slice(-2)).toEqual([
      'DEA: 39,976 pointers under epoch 1: `npm run recontribute -- DEA`; those that came from a file: `npm run contribute -- DEA FILE --again`',
      'DEA: 1 case in de-confliction under epoch 1: `npm run recontribute -- DEA`',
    ]);
  });

  it('does not wait for a watch that is over', async () => {
    await watch('DEA', 1, [1], after(1));
    expect((await told(2)).at(-1)).toMatch(/^DEA: 1 target under/);
    world.now = after(2);
    expect(await told(2)).toEqual([
      'DEA  epoch 2  39976 pointers  0 targets',
      'all is blinded under epoch 2: any other may be retired',
    ]);
  });
});
