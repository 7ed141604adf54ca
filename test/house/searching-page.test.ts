import { readFileSync } from 'node:fs';
import { isEnumType, isInputObjectType, parse, validate } from 'graphql';
import { readGraph } from '../../policy/projection/graph.ts';
import { purposes } from '../../schema/purposes.ts';
import { agenciesOf } from '../support/scenario/everyone.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/searching.md');
const { schema } = readGraph(read('schema/supergraph.graphql'), agenciesOf(['DEA', 'ICE']));

/** The words in backticks of a cell. */
const words = (cell: string) => [...cell.matchAll(/`([A-Za-z_]+)`/gu)].map(([, word]) => word!);
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The filters that the page says this takes. */
function listed(searched: string): readonly string[] {
  return rows.flatMap(([, name = '', of = '']) => (of.split(', ').includes(searched) ? words(name) : [])).sort();
}

function fieldsOf(input: string): readonly string[] {
  const type = schema.getType(input);
  return isInputObjectType(type) ? Object.keys(type.getFields()).sort() : [];
}

function valuesOf(name: string): readonly string[] {
  const type = schema.getType(name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
}

/** The words of the rest of a row. */
const besides = (name: string, cell: number) => words(rows.find(([, first]) => first === `\`${name}\``)?.[cell] ?? '');

describe('the page on searching', () => {
  it('has every filter that records and cases take, and no other', () => {
    expect(listed('records')).toEqual(fieldsOf('RecordFilter'));
    expect(listed('cases')).toEqual(fieldsOf('CaseFilter'));
  });

  it('has every order, kind, status and area', () => {
    expect(besides('orderBy', 2).sort()).toEqual([...valuesOf('RecordOrder')].sort());
    expect(besides('orderBy', 3).sort()).toEqual([...valuesOf('CaseOrder')].sort());
    expect(besides('kinds', 3)).toEqual(valuesOf('RecordKind'));
    expect(besides('status', 3)).toEqual(valuesOf('CaseStatus'));
    for (const { code, name } of purposes.areas.values())
      expect(rows.filter(([, first, second]) => first === `\`${code}\`` && second?.startsWith(name))).toHaveLength(1);
  });

  it('asks what can be asked', () => {
    const examples = [...page.matchAll(/```graphql\n([^`]+)```/gu)].map(([, text]) => parse(text!));
    expect(examples).toHaveLength(3);
    expect(examples.flatMap((example) => validate(schema, example))).toEqual([]);
  });
});
