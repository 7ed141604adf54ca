import { checkConformance } from '../../subgraphs/kit/conformance/conformance.ts';
import { starterSdl } from '../../subgraphs/kit/starter-sdl.ts';

const DEA = { prefix: 'Dea' };
const sdl = starterSdl(DEA);

/** The SDL with one place changed. */
function changed(from: string | RegExp, to: string): string {
  const text = sdl.replace(from, to);
  if (text === sdl) throw new Error(`nothing like ${String(from)} in the SDL`);
  return text;
}

/** A change within one type. */
function inType(type: string, from: string, to: string): string {
  return changed(new RegExp(`(type ${type} [^}]*?)${from}`), `$1${to}`);
}

describe('conformance with the contract', () => {
  it('finds nothing in a subgraph that offers the contract', () => {
    expect(checkConformance(sdl, DEA)).toEqual([]);
  });

  it('finds nothing in own fields, own types, prefixed root fields, and fields added to another agency’s objects', () => {
    const own = `
      extend type DeaRecord { substance: String lab: DeaLab }
      type DeaLab { name: String! }
      type Query { deaLabs: [DeaLab!] }
      type IceRecord @key(fields: "id") { id: ID! crimeAreas: [String!] @external prosecutionNote: String @requires(fields: "crimeAreas") }`;
    expect(checkConformance(sdl + own, DEA)).toEqual([]);
  });

  it.each([
    ['an SDL that is none', '{', ['the SDL cannot be parsed: Syntax Error: Expected Name, found <EOF>.']],
    ['another federation', changed('federation/v2.9', 'federation/v1.0'), ['the schema must `@link` Federation 2']],
    ['a missing type', sdl.replaceAll('DeaCase', 'DeaMatter'), ['the type `DeaCase` is missing; it implements `Case`']],
    [
      'a missing field',
      inType('DeaRecord', '"The full text."\\s+narrative: String\n', ''),
      ['`DeaRecord.narrative` is missing; the contract has `narrative: String`'],
    ],
    [
      'a field of another type',
      inType('DeaRecord', 'title: String', 'title: Int'),
      ['`DeaRecord.title` is `Int`; the contract has `String`'],
    ],
    [
      'a governed field that cannot be null',
      inType('DeaRecord', 'title: String', 'title: String!'),
      ['`DeaRecord.title` is `String!`; the contract has `String`, which is nullable because a withheld field is null'],
    ],
    [
      'other arguments',
      inType('DeaCase', 'labels\\(names: \\[String!\\]!\\)', 'labels(names: [String!]!, all: Boolean)'),
      ['`DeaCase.labels` takes (all: Boolean, names: [String!]!); the contract has (names: [String!]!)'],
    ],
    ['a missing key', inType('DeaGroup', '@key\\(fields: "id"\\)', ''), ['`DeaGroup` must have `@key(fields: "id")`']],
    [
      'an interface that is not implemented',
      inType('DeaPerson', ' & Subject', ''),
      ['`DeaPerson` must implement `Subject`'],
    ],
    [
      'labels that clients could name',
      changed(/(type DeaCase [^}]*?) @inaccessible/, '$1'),
      ['`DeaCase.labels` must be `@inaccessible`: only servers ask for it'],
    ],
    [
      'a key on an interface',
      changed('interface Record {', 'interface Record @key(fields: "id") {'),
      ["the interface `Record` must have no `@key`: it is the hub's"],
    ],
    [
      'a value that it does not share',
      changed('type Money @shareable', 'type Money'),
      [
        '`Money.amount` must be `@shareable`: every agency answers it',
        '`Money.currency` must be `@shareable`: every agency answers it',
      ],
    ],
    [
      'a value with more in it',
      `${sdl} extend type Money { note: String }`,
      ['`Money.note` is not in the contract; make a type of your own: `DeaMoney`'],
    ],
    ['another enum value', `${sdl} extend enum Sex { Y }`, ['`Sex.Y` is not in the contract']],
    [
      'a type without its prefix',
      `${sdl} type Vessel { name: String }`,
      ['`Vessel` must begin with `Dea`: it is not in the contract'],
    ],
    [
      'an own field that cannot be null',
      `${sdl} extend type DeaRecord { substance: String! }`,
      ['`DeaRecord.substance` must be nullable: a withheld field is null'],
    ],
    [
      'a root field without its prefix',
      `${sdl} type Query { records: [DeaRecord!] }`,
      ['`Query.records` must begin with `dea`: root fields of all agencies stand side by side'],
    ],
    [
      'an answer for another agency',
      `${sdl} type IceRecord @key(fields: "id") { id: ID! title: String }`,
      ["`IceRecord.title` must be `@external`: it is another agency's to answer"],
    ],
  ])('finds %s', (_, text, deviations) => {
    expect(checkConformance(text, DEA)).toEqual(deviations);
  });
});
