import {
  ONE_AND_THE_SAME,
  POSSIBLY_THE_SAME,
  SOURCES,
  evidenceOf,
  kindIn,
  type InCommon,
} from '../../matching/evidence.ts';
import { FEATURES } from '../../matching/person/features.ts';
import { SELECTOR_KINDS, SELECTOR_SOURCES, type SelectorKind } from '../../schema/selectors.ts';

const one = (kind: SelectorKind): InCommon => ({ kind, features: [] });
const names = (...features: readonly number[]): InCommon => ({ kind: 'NAME_AND_BIRTH', features });
const { DATE_AND_WORD, YEAR_AND_NAME, NAME, NAME_LOOSELY, BEGINNINGS } = FEATURES;
const scoreOf = (...inCommon: readonly InCommon[]) => evidenceOf(inCommon).score;

describe('what two have in common', () => {
  it.each(['PASSPORT', 'IDENTITY_DOCUMENT', 'ORGANIZATION_REGISTRATION'] as const)(
    'makes them one where it is issued to one alone: %s',
    (kind) => expect(scoreOf(one(kind))).toBeGreaterThanOrEqual(ONE_AND_THE_SAME),
  );

  it.each(['PHONE', 'EMAIL', 'ACCOUNT', 'PLATE'] as const)('may make them one where it may be shared: %s', (kind) => {
    expect(scoreOf(one(kind))).toBeGreaterThan(POSSIBLY_THE_SAME);
    expect(scoreOf(one(kind))).toBeLessThan(ONE_AND_THE_SAME);
  });

  it('never makes them one by what may be shared alone, nor by names alone, but by both', () => {
    const shareable = SELECTOR_KINDS.filter((kind) => !/PASSPORT|DOCUMENT|REGISTRATION|NAME/.test(kind)).map(one);
    expect(scoreOf(...shareable)).toBeLessThan(ONE_AND_THE_SAME);
    expect(scoreOf(names(...Object.values(FEATURES)))).toBeLessThan(ONE_AND_THE_SAME);
    expect(scoreOf(names(DATE_AND_WORD, YEAR_AND_NAME), one('PHONE'))).toBeGreaterThanOrEqual(ONE_AND_THE_SAME);
  });

  it('tells of names what agrees in them, each feature once', () => {
    expect(scoreOf(names(NAME, BEGINNINGS))).toBeLessThan(POSSIBLY_THE_SAME);
    expect(scoreOf(names(NAME, BEGINNINGS, NAME_LOOSELY))).toBe(POSSIBLY_THE_SAME);
    expect(scoreOf(names(DATE_AND_WORD, YEAR_AND_NAME))).toBeGreaterThan(POSSIBLY_THE_SAME);
    expect(scoreOf(names(NAME, NAME, NAME))).toBe(scoreOf(names(NAME)));
  });

  it('is certain of nothing, and told kind by kind', () => {
    const { score, scores } = evidenceOf([one('PASSPORT'), one('PHONE'), names(DATE_AND_WORD, NAME)]);
    expect(score).toBe(0.9999);
    expect(scores).toHaveLength(3);
    expect(scores[0]).toBeGreaterThan(scores[1]!);
    expect(evidenceOf([])).toEqual({ score: 0.0002, scores: [] });
  });
});

it('an IBAN and an account are of one kind where they are blinded', () => {
  expect([...SOURCES.values()]).toEqual(SELECTOR_SOURCES);
  expect(kindIn(SOURCES.get(14)!)).toBe('ACCOUNT');
  expect(kindIn(SOURCES.get(3)!)).toBe('PASSPORT');
});
