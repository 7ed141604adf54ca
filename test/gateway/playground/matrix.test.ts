import { cellInWords, isAlike, levelOf, type Cell } from '../../../gateway/playground/pages/matrix/model/cell.ts';
import { changesBetween, changesInWords } from '../../../gateway/playground/pages/matrix/model/changes.ts';
import { countsOf, differences, shownOf } from '../../../gateway/playground/pages/matrix/model/counts.ts';
import { fieldsOf, matrixOf } from '../../../gateway/playground/pages/matrix/model/matrix.ts';
import { matrixQuestion, matrixTold } from '../../../gateway/playground/pages/matrix/model/question.ts';
import { groupsOf } from '../../../gateway/playground/pages/matrix/model/rows.ts';
import { summaryInWords, summarySigns, toneOf } from '../../../gateway/playground/pages/matrix/model/summary.ts';
import { walk } from '../../../gateway/playground/pages/matrix/model/walk.ts';

const CLOSED: Cell = {
  ...{ coordinate: 'Record.title', category: 'RECORD_SUMMARY', disclosure: 'CLOSED' },
  ...{ treatments: [], found: null, clauses: [], reason: 'NOT_COVERED' },
};
const OPEN: Cell = { ...CLOSED, disclosure: 'OPEN', treatments: ['FULL'], clauses: ['a#1'], reason: null };
const SOME: Cell = { ...OPEN, disclosure: 'CONDITIONAL', reason: 'ROW_CONDITION' };
const birth = (cell: Cell): Cell => ({ ...cell, coordinate: 'Person.dateOfBirth', category: 'PERSONAL_IDENTITY' });
const own = (cell: Cell): Cell => ({ ...cell, coordinate: 'IceRecord.seizureNumber', category: 'OWN' });

const analyst = matrixOf('r1', [
  ['ICE', [SOME, own(OPEN), birth({ ...SOME, treatments: ['GENERALISED'] })]],
  ['FBI', [{ ...CLOSED, found: 'CONTACT', clauses: ['b#2'] }, birth(CLOSED)]],
]);
const liaison = matrixOf('r1', [
  ['ICE', [SOME, own(CLOSED), birth({ ...SOME, treatments: ['FULL', 'GENERALISED'] })]],
  ['FBI', [CLOSED, birth(CLOSED)]],
]);
const ALL = { text: '', onlyDifferences: false };

describe('a cell of the matrix', () => {
  it.each<[string, Cell | undefined]>([
    ['open', OPEN],
    ['some rows, in full or masked', { ...SOME, treatments: ['FULL', 'MASKED'] }],
    ['some rows, generalised', { ...SOME, treatments: ['GENERALISED'] }],
    ['contact only', { ...CLOSED, found: 'CONTACT' }],
    ['exists only', { ...CLOSED, found: 'EXISTS' }],
    ['silent', { ...CLOSED, found: 'SILENT' }],
    ['closed', CLOSED],
    ['no such field', undefined],
  ])('is told to who cannot see it: %s', (words, cell) => {
    expect(cellInWords(cell)).toBe(words);
  });

  it('is open, or found by, before it is closed', () => {
    expect([OPEN, SOME, { ...CLOSED, found: 'EXISTS' } as const, CLOSED].map(levelOf)).toEqual([
      'open',
      'some',
      'exists',
      'closed',
    ]);
  });

  it('is alike for two viewers when it is as open and shown in the same way, by whatever clause', () => {
    expect(isAlike(OPEN, { ...OPEN, clauses: ['z#9'] })).toBe(true);
    expect(isAlike(OPEN, { ...OPEN, treatments: ['MASKED'] })).toBe(false);
    expect(isAlike(CLOSED, { ...CLOSED, reason: 'PURPOSE_NOT_COVERED' })).toBe(true);
    expect([isAlike(undefined, CLOSED), isAlike(undefined, undefined)]).toEqual([false, true]);
  });
});

describe('the matrix', () => {
  it('asks once for many originators, and puts what was answered in their columns', () => {
    const { query, variables } = matrixQuestion(['ICE', 'FBI']);
    expect(variables).toEqual({ o0: 'ICE', o1: 'FBI' });
    expect(query).toContain('o1: visibility(originator: $o1)');
    const told = { o0: [OPEN], o1: [CLOSED], ruleset: { digest: 'r1' } } as unknown as Parameters<
      typeof matrixTold
    >[0][0][1];
    expect(matrixTold([[['ICE', 'FBI'], told]])).toEqual(
      matrixOf('r1', [
        ['ICE', [OPEN]],
        ['FBI', [CLOSED]],
      ]),
    );
  });

  it('has each field once, and what single agencies add last', () => {
    const coordinates = fieldsOf([analyst, liaison]).map(({ coordinate }) => coordinate);
    expect(coordinates).toEqual(['Record.title', 'Person.dateOfBirth', 'IceRecord.seizureNumber']);
  });

  it('shows by category what a filter leaves: of a field, a category, or a clause', () => {
    const shown = (text: string) =>
      groupsOf(analyst, undefined, { ...ALL, text }).flatMap(({ fields }) => fields.map((f) => f.coordinate));
    expect(groupsOf(analyst, undefined, ALL).map(({ category }) => category)).toEqual([
      'RECORD_SUMMARY',
      'PERSONAL_IDENTITY',
      'OWN',
    ]);
    expect(shown('BIRTH')).toEqual(['Person.dateOfBirth']);
    expect(shown('personal identity')).toEqual(['Person.dateOfBirth']);
    expect(shown('b#2')).toEqual(['Record.title']);
    expect(shown('nothing')).toEqual([]);
  });

  it('shows only where two viewers see something else', () => {
    const groups = groupsOf(
      analyst,
      matrixOf('r1', [
        ['ICE', [SOME, own(OPEN), birth(CLOSED)]],
        ['FBI', [{ ...CLOSED, found: 'CONTACT' }, birth(CLOSED)]],
      ]),
      {
        ...ALL,
        onlyDifferences: true,
      },
    );
    expect(groups).toEqual([
      { category: 'PERSONAL_IDENTITY', fields: [{ coordinate: 'Person.dateOfBirth', category: 'PERSONAL_IDENTITY' }] },
    ]);
    expect(groupsOf(analyst, analyst, { ...ALL, onlyDifferences: true })).toEqual([]);
  });

  it('counts cells by how open they are, and those that differ', () => {
    expect(countsOf(analyst)).toEqual({ open: 1, some: 2, contact: 1, exists: 0, silent: 0, closed: 1 });
    expect(differences(analyst, liaison)).toBe(3);
    expect(differences(analyst, analyst)).toBe(0);
    expect(shownOf(analyst, 'ICE', fieldsOf([analyst]))).toEqual({ open: 1, some: 2, all: 3 });
    expect(shownOf(analyst, 'FBI', fieldsOf([analyst]))).toEqual({ open: 0, some: 0, all: 2 });
  });

  it.each([
    [{ open: 10, some: 0, all: 10 }, 'open', '10', 'of 10: 10 open'],
    [{ open: 0, some: 10, all: 10 }, 'some', '10 ◐', 'of 10: 10 on some rows'],
    [{ open: 4, some: 6, all: 10 }, 'some', '4 ● 6 ◐', 'of 10: 4 open, 6 on some rows'],
    [{ open: 3, some: 0, all: 10 }, 'part', '3 ●', 'of 10: 3 open'],
    [{ open: 0, some: 0, all: 10 }, 'none', '', 'none shown'],
    [{ open: 0, some: 0, all: 0 }, 'none', '', 'no such field'],
  ])('sums %j up as no more open than it is: %s', (shown, tone, signs, words) => {
    expect([toneOf(shown), summarySigns(shown).join(' ').replaceAll('\u00a0', ' ')]).toEqual([tone, signs]);
    expect(summaryInWords(shown)).toBe(words);
  });
});

describe('when agreements change while the matrix is open', () => {
  it('says how many cells closed and opened, and how many are shown in another way', () => {
    const after = matrixOf('r2', [
      ['ICE', [CLOSED, own(CLOSED), birth(SOME)]],
      ['FBI', [OPEN, birth(CLOSED)]],
    ]);
    const changes = changesBetween(analyst, after);
    expect(changes).toEqual({ closed: 2, opened: 1, otherwise: 1 });
    expect(changesInWords(changes)).toBe(
      'Agreements have changed: 2 cells closed, 1 cell opened, 1 cell shown otherwise.',
    );
  });

  it('does not call it opened when a field is shown everywhere, because other objects do not appear any more', () => {
    const after = matrixOf('r2', [['ICE', [OPEN]]]);
    expect(changesBetween(matrixOf('r1', [['ICE', [SOME]]]), after)).toEqual({ closed: 0, opened: 0, otherwise: 1 });
  });

  it('takes a field that is gone for closed, and one that a clause names anew for opened', () => {
    const without = matrixOf('r2', [['ICE', [SOME, birth({ ...SOME, treatments: ['GENERALISED'] })]]]);
    const one = matrixOf('r1', [['ICE', [SOME, own(OPEN), birth({ ...SOME, treatments: ['GENERALISED'] })]]]);
    expect(changesBetween(one, without)).toEqual({ closed: 1, opened: 0, otherwise: 0 });
    expect(changesBetween(without, one)).toEqual({ closed: 0, opened: 1, otherwise: 0 });
  });

  it('says so too when no cell did', () => {
    expect(changesInWords(changesBetween(analyst, analyst))).toBe('Agreements have changed: no cell here did.');
  });
});

describe('walking the matrix by keys', () => {
  const size = { rows: 30, columns: 12, page: 10 };
  it.each<[string, boolean, [number, number], [number, number]]>([
    ['ArrowDown', false, [3, 4], [4, 4]],
    ['ArrowUp', false, [0, 4], [0, 4]],
    ['ArrowRight', false, [3, 11], [3, 11]],
    ['ArrowLeft', false, [3, 4], [3, 3]],
    ['PageDown', false, [25, 4], [29, 4]],
    ['PageUp', false, [25, 4], [15, 4]],
    ['Home', false, [3, 4], [3, 0]],
    ['End', false, [3, 4], [3, 11]],
    ['Home', true, [3, 4], [0, 0]],
    ['End', true, [3, 4], [29, 11]],
  ])('%s (with Ctrl: %s) leads from %j to %j', (key, far, from, to) => {
    expect(walk(key, far, { row: from[0], column: from[1] }, size)).toEqual({ row: to[0], column: to[1] });
  });

  it('leaves other keys alone', () => {
    expect(walk('a', false, { row: 1, column: 1 }, size)).toBeUndefined();
  });
});
