import { CONTRIBUTED_LINE_SCHEMA } from '../../schema/json-schemas.ts';
import { SELECTOR_KINDS } from '../../schema/selectors.ts';
import { toldLabels } from '../../subgraphs/index/columns.ts';
import { TOLD_OF_SUBJECTS } from '../../subgraphs/index/subjects.ts';

interface Labels {
  readonly properties: Readonly<Record<string, unknown>>;
}

describe('the schema of a line', () => {
  const definitions = CONTRIBUTED_LINE_SCHEMA['$defs'] as Readonly<Record<string, Labels>>;
  const namesIn = (name: string) => Object.keys(definitions[name]!.properties).sort();

  it.each([
    ['recordLabels', toldLabels('Record')],
    ['caseLabels', toldLabels('Case')],
    ['contactLabels', toldLabels('LiaisonContact')],
    ['personLabels', TOLD_OF_SUBJECTS.Person],
    ['groupLabels', TOLD_OF_SUBJECTS.Group],
    ['organizationLabels', TOLD_OF_SUBJECTS.Organization],
  ])('%s are those that the index keeps', (name, kept) => {
    expect(namesIn(name)).toEqual([...kept.keys()].sort());
  });

  it('has every kind of selectors', () => {
    expect(definitions['selector']!.properties['kind']).toEqual({ enum: SELECTOR_KINDS });
  });
});
