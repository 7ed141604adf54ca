import { contract } from '../../../schema/contract.ts';
import { isRandomId } from '../../../policy/random-id.ts';
import { generate } from '../../../subgraphs/agency/data/generate.ts';
import type { PrismaClient } from '../../../subgraphs/agency/prisma/generated/client.ts';
import { importEntities } from '../../../subgraphs/agency/store/import.ts';
import { agenciesOf } from '../../support/scenario/everyone.ts';
import { aRecord } from '../../agency/samples.ts';
import { readFileSync } from 'node:fs';

describe('an id', () => {
  it('of the synthetic data has the form of a random UUID, and none comes twice', async () => {
    const [ice] = agenciesOf(['ICE']);
    const ids: string[] = [];
    for await (const { id } of generate({ agency: ice!.code, seed: 'test', records: 40 })) ids.push(id);
    expect(ids.length).toBeGreaterThan(40);
    expect(ids.filter((id) => !isRandomId(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a UUID in every table of an agency, and has no default that counts', () => {
    const schema = readFileSync(new URL('../../../subgraphs/agency/prisma/schema.prisma', import.meta.url), 'utf8');
    const models = [
      ...schema.matchAll(/^model (Record|Case|LiaisonContact|Subject|Person|Group|Organization) \{.*?^\}/gms),
    ];
    expect(models).toHaveLength(7);
    for (const [model] of models) expect(/^ {2}id +String +@id .*$/m.exec(model)?.[0]).toMatch(/@db\.Uuid$/);
  });

  it.each([
    ['a number', '00000000-0000-0000-0000-000000000001'],
    ['version 1, which tells the time', '6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
    ['version 5, which follows from a name', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
    ['version 7, which tells the time', '01890a5d-ac96-774b-bcce-b302099a8057'],
    ['no UUID', 'ICE-1'],
  ])('that is %s is not loaded', async (_what, id) => {
    const untouched = { prisma: {} as PrismaClient, blinding: () => undefined };
    await expect(importEntities(untouched, [aRecord(), aRecord({ id })])).rejects.toThrow(
      'the id of a Record is no random UUID (version 4): give every object one, and keep it for it',
    );
  });
});

it('no field of the contract tells when, or how often, something was changed', () => {
  const names = [...contract.types.values()].flatMap(({ fields }) => [...fields.keys()]);
  expect(names).toContain('recordedOn');
  expect(names.filter((name) => /updat|modif|chang|version|revision|etag|histor|created|lastSeen/i.test(name))).toEqual(
    [],
  );
});
