import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fingerprint, newBlindingKeys, printBlindingKeys, readBlindingKeys } from '../../platform/blinding-file.ts';
import { followBlindingKeys, type OwnBlindingKeys } from '../../platform/blinding-keys.ts';
import { addEpoch, blindingKeysAt, makeBlindingKeys, retireEpoch, useEpoch } from '../../platform/blinding-rotation.ts';
import { makeDemoBlindingKeys } from '../../platform/demo-keys.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concordat-blinding-'));
  path = join(folder, 'blinding.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64url');
const write = (file: unknown) => writeFileSync(path, JSON.stringify(file));

describe('a file of blinding keys', () => {
  it('is read as it was written, and only its owner may read it', async () => {
    const made = (await makeBlindingKeys(path))!;
    expect(await blindingKeysAt(path)).toEqual(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await makeBlindingKeys(path)).toBeUndefined();
    expect(await blindingKeysAt(path)).toEqual(made);
    expect(made.epochs.get(1)).toHaveLength(32);
  });

  it('may be written by hand, without the last number', () => {
    const text = JSON.stringify({ current: 2, epochs: { 1: key(1), 2: key(2) } });
    const { current, epochs, last } = readBlindingKeys(path, text);
    expect([current, last, [...epochs.keys()]]).toEqual([2, 2, [1, 2]]);
  });

  it.each<[string, unknown]>([
    ['not JSON', undefined],
    ['not JSON of the form', []],
    ['not JSON of the form', { current: 1, epochs: [key(1)] }],
    ['`current` is none of its epochs', { current: 2, epochs: { 1: key(1) } }],
    ['`current` is none of its epochs', { current: '1', epochs: { 1: key(1) } }],
    ['`current` is none of its epochs', { epochs: { 1: key(1) } }],
    ['`current` is none of its epochs', { current: 1, epochs: {}, last: 1 }],
    ['not 32 bytes', { current: 1, epochs: { 1: key(1).slice(2) } }],
    ['not 32 bytes', { current: 1, epochs: { 1: `${key(1)}=` } }],
    ['not 32 bytes', { current: 1, epochs: { 1: 7 } }],
    ['a whole number', { current: 1, epochs: { '01': key(1) } }],
    ['a whole number', { current: 0, epochs: { 0: key(1) } }],
    ['a whole number', { current: 40000, epochs: { 40000: key(1) } }],
    ['the same key', { current: 1, epochs: { 1: key(1), 2: key(1) } }],
    ['`last`', { current: 1, epochs: { 1: key(1), 2: key(2) }, last: 1 }],
    ['something else', { current: 1, epochs: { 1: key(1) }, comment: 'x' }],
  ])('says %s, and nothing of the keys: %j', (why, file) => {
    const text = file === undefined ? `{ "current": 1, "epochs": { "1": "${key(1)}" ` : JSON.stringify(file);
    const read = () => readBlindingKeys(path, text);
    expect(read).toThrow(why);
    expect(read).toThrow(path);
    expect(read).not.toThrow(key(1).slice(0, 8));
  });

  it('has for each key a fingerprint that tells keys apart', () => {
    const [one, other] = [newBlindingKeys(), newBlindingKeys()].map(({ epochs }) => epochs.get(1)!);
    expect(fingerprint(one!)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
    expect(fingerprint(one!)).toBe(fingerprint(one!));
    expect(fingerprint(one!)).not.toBe(fingerprint(other!));
  });
});

describe('a rotation', () => {
  it('searches by two epochs, changes over, and drops the old one', async () => {
    const first = (await makeBlindingKeys(path))!;
    await addEpoch(path);
    const both = await blindingKeysAt(path);
    expect([both.current, [...both.epochs.keys()]]).toEqual([1, [1, 2]]);
    expect(both.epochs.get(1)).toEqual(first.epochs.get(1));
    expect(await retireEpoch(path, 1)).toEqual({ is: 'refused', why: 'current' });
    expect(await useEpoch(path, 3)).toEqual({ is: 'refused', why: 'unknown' });
    await useEpoch(path, 2);
    await retireEpoch(path, 1);
    const now = await blindingKeysAt(path);
    expect([now.current, [...now.epochs.keys()]]).toEqual([2, [2]]);
    expect(now.epochs.get(2)).toEqual(both.epochs.get(2));
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('gives no number twice: the index tells epochs by it', async () => {
    await makeBlindingKeys(path);
    await addEpoch(path);
    await retireEpoch(path, 2);
    await addEpoch(path);
    expect([...(await blindingKeysAt(path)).epochs.keys()]).toEqual([1, 3]);
  });

  it('loses no epoch of several at once', async () => {
    await makeBlindingKeys(path);
    await Promise.all([addEpoch(path), addEpoch(path), addEpoch(path)]);
    expect([...(await blindingKeysAt(path)).epochs.keys()]).toEqual([1, 2, 3, 4]);
  });
});

describe('blinding keys that are followed', () => {
  let followed: OwnBlindingKeys | undefined;
  afterEach(() => followed?.stop());
  const troubles: string[] = [];
  const follow = async (isNeeded: boolean) => {
    troubles.length = 0;
    followed = await followBlindingKeys({
      path,
      isNeeded,
      onTrouble: (_, error) => troubles.push((error as Error).message),
      lookMilliseconds: 5,
    });
    return followed;
  };
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await pause(5);
  };

  it('are those of the file at each moment, and the last good ones when it is broken or gone', async () => {
    write({ current: 1, epochs: { 1: key(1) } });
    const { current } = await follow(true);
    expect(current()?.current).toBe(1);
    writeFileSync(path, printBlindingKeys({ current: 2, last: 2, epochs: new Map([[2, new Uint8Array(32)]]) }));
    await until(() => current()?.current === 2);
    writeFileSync(path, '{');
    await until(() => troubles.length === 1);
    expect(current()?.current).toBe(2);
  });

  it('are none while there is no file, and come when it comes', async () => {
    const { current } = await follow(false);
    expect(current()).toBeUndefined();
    write({ current: 9, epochs: {} });
    await until(() => troubles.length > 0);
    write({ current: 1, epochs: { 1: key(1) } });
    await until(() => current() !== undefined);
    expect(troubles).toHaveLength(1);
    expect(current()?.epochs.get(1)).toEqual(new Uint8Array(32).fill(1));
  });

  it('are missed at the start where somebody has said where they are, and broken ones always', async () => {
    await expect(follow(true)).rejects.toThrow(`there is no file of blinding keys at \`${path}\``);
    write({ current: 9, epochs: {} });
    await expect(follow(false)).rejects.toThrow('`current` is none of its epochs');
  });

  it('are made once for the demo, beside its other private keys', async () => {
    mkdirSync(join(folder, 'private'));
    await makeDemoBlindingKeys(folder);
    const file = join(folder, 'private', 'blinding.json');
    const made = await blindingKeysAt(file);
    await makeDemoBlindingKeys(folder);
    expect(await blindingKeysAt(file)).toEqual(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
