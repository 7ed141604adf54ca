import { openBundle, type Bundle, type OpenedBundle } from '../../policy/bundle.ts';
import { readAgreement } from '../../policy/document/read-agreement.ts';
import type { Agreement } from '../../policy/agreement.ts';
import { PARTIES_TEXT, testWorld } from './document/world.ts';
import { KEYS, signedByAll } from './signature/parties.ts';

const text = (id: string, rest = '') => `concordat: 1
id: ${id}
title: ICE and DEA
signed: 2009-06-18
effective: 2009-06-18
parties: [ICE, DEA]
clauses:
  - id: I
    text: ICE shares financial material with DEA.
    share: { from: [ICE], to: [DEA], categories: [FINANCIAL] }
${rest}`;

function agreement(path: string, document: string): Agreement {
  const read = readAgreement(path, document);
  if (read.kind === 'broken') throw new Error(read.mistakes[0]?.message);
  return read.agreement;
}

const documents = ['one', 'two'].map((id) => ({ path: `${id}.yaml`, text: text(id) }));
const signatures = Object.fromEntries(
  documents.map(({ path, text }) => [path.replace('.yaml', ''), signedByAll(agreement(path, text))]),
);
const whole: Bundle = { parties: PARTIES_TEXT, documents, signatures };

const open = (bundle: Partial<Bundle>): OpenedBundle => openBundle({ ...whole, ...bundle }, KEYS, testWorld);
const ids = ({ agreements }: OpenedBundle) => agreements.map(({ agreement }) => agreement.id);
const states = ({ reports }: OpenedBundle) => Object.fromEntries(reports.map(({ path, status }) => [path, status]));

describe('a bundle', () => {
  it('holds the agreements that every party signed, each under its digest', () => {
    const opened = open({});
    expect(ids(opened)).toEqual(['one', 'two']);
    expect(opened.agreements[0]?.digest).toBe(opened.reports[0]?.verification?.digest);
    expect(states(opened)).toEqual({ 'one.yaml': 'signed', 'two.yaml': 'signed' });
    expect(opened.parties.agencies).toHaveLength(11);
  });

  it.each([
    ['is tampered with', { path: 'one.yaml', text: text('one').replace('FINANCIAL', 'OUTCOMES') }, 'unsigned'],
    ['is broken YAML', { path: 'one.yaml', text: 'concordat: [' }, 'broken'],
    ['has a mistake', { path: 'one.yaml', text: text('one').replace('FINANCIAL', 'FINANCES') }, 'broken'],
    ['nobody signed', { path: 'one.yaml', text: text('unknown') }, 'unsigned'],
  ])('discloses nothing of a document that %s, while the others stay', (_, document, status) => {
    const opened = open({ documents: [document, documents[1]!] });
    expect(ids(opened)).toEqual(['two']);
    expect(states(opened)).toEqual({ 'one.yaml': status, 'two.yaml': 'signed' });
  });

  it("does not take one agreement's signatures for another's", () => {
    const opened = open({ signatures: { one: signatures['two']!, two: signatures['two']! } });
    expect(ids(opened)).toEqual(['two']);
  });

  it('counts a signed document once, however often it comes', () => {
    const opened = open({ documents: [...documents, { path: 'again.yaml', text: text('one') }] });
    expect(ids(opened)).toEqual(['one', 'two']);
    expect(states(opened)).toEqual({ 'one.yaml': 'signed', 'again.yaml': 'broken', 'two.yaml': 'signed' });
    expect(ids(open({ documents: [documents[0]!, documents[0]!, documents[1]!] }))).toEqual(['one', 'two']);
  });

  it('lets no unsigned document take a signed one out of force, by its id or by the groups that it founds', () => {
    for (const id of ['one', 'two']) {
      const stranger = text(id).replace(/^title: .*$/m, 'title: Another');
      expect(stranger).not.toBe(text(id));
      for (const strangers of [
        [{ path: '0.yaml', text: stranger }],
        [{ path: 'z.yaml', text: stranger.replace(`id: ${id}`, 'id: zzz') }],
      ]) {
        const opened = open({ documents: [...strangers, ...documents] });
        expect(ids(opened)).toEqual(['one', 'two']);
        expect(opened.reports[0]?.status).not.toBe('signed');
      }
    }
  });

  it('discloses nothing when nobody knows the parties', () => {
    const opened = open({ parties: 'agencies: nobody' });
    expect(opened.agreements).toEqual([]);
    expect(opened.parties.agencies).toEqual([]);
    expect(opened.reports[0]).toMatchObject({ path: 'parties.yaml', status: 'broken' });
  });

  it('brings no keys: without pinned ones nothing is signed', () => {
    expect(openBundle(whole, new Map(), testWorld).agreements).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'agreements'],
    ['no documents', { parties: PARTIES_TEXT, signatures }],
    ['documents that are none', { ...whole, documents: [null, 4, { path: 'x' }] }],
    ['signatures that are a list', { ...whole, signatures: [] }],
    ['signatures of nobody', { ...whole, signatures: { one: null } }],
  ])('may be hostile: %s', (_, bundle) => {
    expect(openBundle(bundle as unknown as Bundle, KEYS, testWorld).agreements).toEqual([]);
  });

  it('may hold signatures that are none', () => {
    const opened = open({
      signatures: { one: { ICE: 4, DEA: {} }, two: signatures['two'] } as unknown as Bundle['signatures'],
    });
    expect(ids(opened)).toEqual(['two']);
  });
});
