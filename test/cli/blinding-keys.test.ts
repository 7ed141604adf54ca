import { readFileSync, writeFileSync } from 'node:fs';
import { sealer } from '../../gateway/blinding/seal.ts';
import { MOST_EPOCHS, unseal } from '../../matching/sealed.ts';
import { readBlindingKeys } from '../../platform/blinding-file.ts';
import { concordat, place, usePlaces } from './concordat.ts';

usePlaces();

const EPOCH = /^epoch (\d+): ((?:[0-9a-f]{4} ?){4})(, contributions are blinded under it)?$/gm;

/** Calls the verb for one file. */
function verb(name: string) {
  const file = place(`${name}/blinding.json`);
  const call = async (...args: readonly string[]) => concordat('blinding-keys', ...args, '--file', file);
  return { file, call };
}

/** The epochs that were printed, the current one with a star. */
function epochs(out: string): readonly string[] {
  return [...out.matchAll(EPOCH)].map(([, epoch, , current]) => `${epoch}${current ? '*' : ''}`);
}

describe('`concordat blinding-keys`', () => {
  it('makes a file, rotates without a moment in which nothing is found, and never prints a key', async () => {
    const { file, call } = verb('rotation');
    const said: string[] = [];
    const step = async (...args: readonly string[]) => {
      const { status, out, err } = await call(...args);
      said.push(out, err);
      expect(status).toBe(0);
      return epochs(out);
    };
    expect(await step('make')).toEqual(['1*']);
    const [first] = Object.values(
      (JSON.parse(readFileSync(file, 'utf8')) as { epochs: Record<string, string> }).epochs,
    );
    expect(await step('add')).toEqual(['1*', '2']);
    expect(await step('use', '2')).toEqual(['1', '2*']);
    const { epochs: both } = JSON.parse(readFileSync(file, 'utf8')) as { epochs: Record<string, string> };
    expect(await step('retire', '1')).toEqual(['2*']);
    expect(await step()).toEqual(['2*']);
    expect(JSON.parse((await call('show', '--json')).out)).toMatchObject({
      file,
      epochs: [{ epoch: 2, isCurrent: true }],
    });
    for (const key of [first!, ...Object.values(both)]) expect(said.join('')).not.toContain(key.slice(0, 8));
    expect(said.join('')).toContain('give the file to the gateway, then to all agencies');
  });

  it('shows two holders of one file the same fingerprint, and others another', async () => {
    const [one, copy, other] = [verb('one'), verb('copy'), verb('other')];
    for (const { call } of [one, copy, other]) await call('make');
    writeFileSync(copy.file, readFileSync(one.file));
    const shown = await Promise.all([one, copy, other].map(async ({ call }) => (await call()).out));
    expect(shown[1]).toBe(shown[0]);
    expect(shown[2]).not.toBe(shown[0]);
  });

  it('changes nothing that would lose keys, and says why', async () => {
    const { file, call } = verb('kept');
    await call('make');
    const before = readFileSync(file, 'utf8');
    const refused = async (...args: readonly string[]) => {
      const { status, err } = await call(...args);
      expect(readFileSync(file, 'utf8')).toBe(before);
      return `${status} ${err.trim()}`;
    };
    expect(await refused('make')).toBe(`1 there are blinding keys in \`${file}\` already, and they stay as they are`);
    expect(await refused('retire', '1')).toMatch(/^1 epoch 1 stays: contributions are blinded under it/);
    expect(await refused('use', '7')).toBe('1 there is no epoch 7 in this file');
    expect(await refused('retire')).toMatch(/^2 .*say which epoch/);
    expect(await refused('use', 'two')).toMatch(/^2 .*say which epoch/);
    expect(await refused('add', '2')).toMatch(/^2 .*takes no epoch/);
  });

  it('adds no epoch beyond those that one search may go by, until one is retired', async () => {
    const { file, call } = verb('many');
    await call('make');
    for (let epoch = 2; epoch <= MOST_EPOCHS; epoch++) expect((await call('add')).status).toBe(0);
    const person = {
      surname: 'Álvarez de Toledo y Gómez-Jürgens',
      firstNames: 'María José Xènia',
      dateOfBirth: '1971-03-09',
    };
    const sealed = sealer(readBlindingKeys(file, readFileSync(file, 'utf8')))('NAME_AND_BIRTH', person, 'person');
    expect(unseal(sealed)?.length).toBeGreaterThan(MOST_EPOCHS * 20);
    const { status, err } = await call('add');
    expect([status, err]).toEqual([1, expect.stringContaining('`retire` one under which nothing is blinded any more')]);
    expect((await call('retire', '2')).status).toBe(0);
    expect((await call('add')).status).toBe(0);
  });

  it('says where there is no file, and what is wrong with one', async () => {
    const { file, call } = verb('broken');
    expect(await call()).toMatchObject({
      status: 2,
      err: expect.stringContaining('there are no blinding keys in') as string,
    });
    await call('make');
    writeFileSync(file, '{ "current": 1 }');
    const { status, err } = await call('add');
    expect([status, err]).toEqual([
      2,
      expect.stringContaining(`\`${file}\` holds no blinding keys: it is not JSON of the form`) as string,
    ]);
  });
});
