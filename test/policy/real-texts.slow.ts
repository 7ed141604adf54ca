import { ask } from './real-texts/ask.ts';
import { lookAt } from './real-texts/matrix.ts';
import * as pcsc from './real-texts/pcsc.ts';
import * as prum from './real-texts/prum.ts';

describe.each([
  ['the agreement of Austria and the United States', pcsc],
  ['Prüm II', prum],
])('%s', (_, { everySituation, objects, table, rulesetIn }) => {
  it('shows in every situation what the table says, and nothing else', () => {
    expect(lookAt(everySituation, objects, table, { rulesetIn, asked: ask }).wrong).toEqual([]);
  });
});
