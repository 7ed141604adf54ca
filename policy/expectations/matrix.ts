import type { Claim } from './claim.ts';
import { claimColumn, unknownWord, type Claimed } from './column.ts';
import type { Scene } from './scene.ts';
import type { TestWorld } from './surroundings.ts';
import type { Cell, Line } from './table.ts';

/** The situations that a matrix has columns for, by name. */
export type Columns = ReadonlyMap<string, Scene>;

/** An object, the columns in which it is seen, and a line for each of its fields that is open in one of them. */
interface Part {
  readonly object: Cell;
  readonly columns: readonly Cell[];
  readonly lines: readonly Line[];
}

/** Reads a matrix: an object's name and columns, and below it how each column sees its fields. */
export function readMatrix(lines: readonly Line[], columns: Columns, world: TestWorld): Claimed {
  const { parts, astray } = partsOf(lines);
  const objects = new Set([...columns.values()].flatMap((scene) => [...scene.objects.keys()]));
  const read = parts.map((part) =>
    objects.has(part.object.word)
      ? readPart(part, columns, world)
      : { claims: [], mistakes: [unknownWord('object', part.object, objects)] },
  );
  const beforeAny = astray.map(({ word, at }) => ({ ...at, message: `\`${word}\` stands under no object` }));
  return {
    claims: read.flatMap(({ claims }) => claims),
    mistakes: [...beforeAny, ...read.flatMap(({ mistakes }) => mistakes)],
  };
}

function partsOf(lines: readonly Line[]): { readonly parts: readonly Part[]; readonly astray: readonly Cell[] } {
  const parts: (Part & { readonly lines: Line[] })[] = [];
  const astray: Cell[] = [];
  for (const line of lines) {
    const [name, ...columns] = line;
    const part = parts.at(-1);
    if (name && isObject(name)) parts.push({ object: name, columns, lines: [] });
    else if (part) part.lines.push(line);
    else if (name) astray.push(name);
  }
  return { parts, astray };
}

/** Objects are written small, categories large, and coordinates have a dot. */
function isObject({ word }: Cell): boolean {
  return /^[a-z][^.]*$/.test(word) && word !== 'disclosure';
}

function readPart({ object, columns: names, lines }: Part, columns: Columns, world: TestWorld): Claimed {
  const mistakes = [
    ...(names.length === 0 ? [{ ...object.at, message: `\`${object.word}\` has no columns` }] : []),
    ...names.filter(({ word }) => !columns.has(word)).map((name) => unknownWord('column', name, columns.keys())),
    ...lines.flatMap((line) => countCells(line, names.length)),
    ...repeated(lines),
  ];
  const whole = lines.filter((line) => line.length === names.length + 1);
  const read = names.flatMap((name, index) => {
    const scene = columns.get(name.word);
    const said = whole.map((line) => ({ name: line[0]!, cell: line[index + 1]! }));
    return scene ? [claimColumn({ object, column: name.word, scene, said }, world)] : [];
  });
  return {
    claims: read.flatMap(({ claims }): readonly Claim[] => claims),
    mistakes: [...mistakes, ...read.flatMap((column) => column.mistakes)],
  };
}

function countCells([name, ...cells]: Line, columns: number): Claimed['mistakes'] {
  if (!name || cells.length === columns) return [];
  const message = `\`${name.word}\` has ${cells.length} cells, and there are ${columns} columns`;
  return [{ ...name.at, message }];
}

function repeated(lines: readonly Line[]): Claimed['mistakes'] {
  const names = new Set<string>();
  return lines.flatMap(([name]) => {
    if (!name) return [];
    const again = names.has(name.word);
    names.add(name.word);
    return again ? [{ ...name.at, message: `\`${name.word}\` stands here a second time` }] : [];
  });
}
