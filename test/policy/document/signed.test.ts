import { checkDocuments } from '../../../policy/document/check-documents.ts';
import { BESIDE, RICH } from './rich.ts';
import { testWorld } from './world.ts';

const texts = [RICH, ...BESIDE].map((agreement) => ({ path: `${agreement.id}.yaml`, text: JSON.stringify(agreement) }));
const [rich] = texts;

const mistakesOfRich = (documents: typeof texts, occasion: 'writing' | 'signed') =>
  checkDocuments(documents, testWorld, occasion)[0]?.mistakes.map(({ message }) => message);

describe('an agreement that every party has signed', () => {
  it('keeps what it withholds when an agreement that it speaks of is left out', () => {
    expect(mistakesOfRich([rich!], 'writing')).toContain('there is no agreement `first`');
    expect(mistakesOfRich([rich!], 'signed')).toEqual([]);
  });

  it('keeps it when others sign what goes round in a circle with it', () => {
    const circle = texts.map((one) =>
      one.path === 'third.yaml' ? { ...one, text: JSON.stringify({ ...BESIDE[2], supplements: ['rich'] }) } : one,
    );
    expect(mistakesOfRich(circle, 'writing')?.join()).toMatch(/in a circle/);
    expect(mistakesOfRich(circle, 'signed')).toEqual([]);
  });

  it('keeps it when an officer whom it names works for nobody in the group any more', () => {
    const gone = RICH.clauses.map((clause) =>
      clause.share?.viewer
        ? { ...clause, share: { ...clause.share, viewer: { officers: ['ATF:officer-1'] } } }
        : clause,
    );
    const changed = [{ path: 'rich.yaml', text: JSON.stringify({ ...RICH, clauses: gone }) }, ...texts.slice(1)];
    expect(mistakesOfRich(changed, 'writing')?.join()).toMatch(/`ATF` is no recipient/);
    expect(mistakesOfRich(changed, 'signed')).toEqual([]);
  });

  it('does not count all the same when its words have no meaning', () => {
    const changed = [{ path: 'rich.yaml', text: rich!.text.replace('PERSONAL_IDENTITY', 'PERSONAL') }];
    expect(mistakesOfRich(changed, 'signed')?.join()).toMatch(/unknown category `PERSONAL`/);
  });
});
