import { TREATMENTS, type Coordinate, type EntityType } from '../../schema/contract.ts';
import type { Mistake } from '../document/mistake.ts';
import { didYouMean } from '../document/suggest.ts';
import type { Claim, ClaimPlace, Seen } from './claim.ts';
import { LEVELS } from './expectations.ts';
import { fieldsNamed, fieldsOf } from './fields.ts';
import type { Scene } from './scene.ts';
import type { TestWorld } from './surroundings.ts';
import type { Cell } from './table.ts';

/** What a part of a document comes to: claims, and what is wrong in it. */
export interface Claimed {
  readonly claims: readonly Claim[];
  readonly mistakes: readonly Omit<Mistake, 'file'>[];
}

/** One column of a matrix, for one object. */
interface Column {
  readonly object: Cell;
  readonly column: string;
  readonly scene: Scene;
  readonly said: readonly { readonly name: Cell; readonly cell: Cell }[];
}

const SEEN: readonly Seen[] = [...TREATMENTS, 'closed'];

/** Claims every field of the object: what a line says, and of a field of which none speaks that it is closed. */
export function claimColumn({ object, column, scene, said }: Column, world: TestWorld): Claimed {
  const row = scene.objects.get(object.word);
  if (!row) return only({ ...object.at, message: `in \`${column}\` there is no \`${object.word}\`` });
  const place = { object: object.word, family: row.type as EntityType, scene, column };
  const lines = said.map(({ name, cell }) =>
    name.word === 'disclosure' ? claimLevel(cell, place) : claimLine(name, cell, place, world),
  );
  const claims = lines.flatMap((line) => line.claims);
  const spokenOf = new Set(claims.map((claim) => (claim.is === 'field' ? claim.coordinate : undefined)));
  const unsaid = fieldsOf({ ...place, originator: scene.originator }, world)
    .filter((coordinate) => !spokenOf.has(coordinate))
    .map((coordinate): Claim => ({ ...place, is: 'field', coordinate, expected: 'closed', at: object.at }));
  return {
    claims: [...withoutOverruled(lines), ...unsaid],
    mistakes: lines.flatMap(({ mistakes }) => mistakes),
  };
}

type Place = Omit<ClaimPlace, 'at'>;

interface ClaimedLine extends Claimed {
  /** The line names a category, so that a line of a coordinate overrules it. */
  readonly wide: boolean;
}

function claimLevel(cell: Cell, place: Place): ClaimedLine {
  const word = cell.word === '-' ? 'NONE' : cell.word;
  const expected = LEVELS.find((known) => known === word);
  if (!expected) return { ...only(unknownWord('disclosure', cell, LEVELS)), wide: false };
  return { claims: [{ ...place, is: 'disclosure', expected, at: cell.at }], mistakes: [], wide: false };
}

function claimLine(name: Cell, cell: Cell, place: Place, world: TestWorld): ClaimedLine {
  const wide = !name.word.includes('.');
  const named = fieldsNamed(name.word, { ...place, originator: place.scene.originator }, world);
  if ('message' in named) {
    const hint = named.hint ? { hint: named.hint } : {};
    return { ...only({ ...name.at, message: named.message, ...hint }), wide };
  }
  const word = cell.word === '-' ? 'closed' : cell.word;
  const expected = SEEN.find((known) => known === word);
  if (!expected) return { ...only(unknownWord('treatment', cell, SEEN)), wide };
  const claim = (coordinate: Coordinate): Claim => ({ ...place, is: 'field', coordinate, expected, at: cell.at });
  return { claims: named.fields.map(claim), mistakes: [], wide };
}

function withoutOverruled(lines: readonly ClaimedLine[]): readonly Claim[] {
  const single = lines.filter(({ wide }) => !wide).flatMap(({ claims }) => claims);
  const overruled = new Set(single.flatMap((claim) => (claim.is === 'field' ? [claim.coordinate] : [])));
  const wide = lines.filter((line) => line.wide).flatMap(({ claims }) => claims);
  return [...single, ...wide.filter((claim) => claim.is !== 'field' || !overruled.has(claim.coordinate))];
}

/** A word that stands for nothing, and what it may have been meant to be. */
export function unknownWord(kind: string, { word, at }: Cell, known: Iterable<string>): Claimed['mistakes'][number] {
  const hint = didYouMean(word, known);
  return { ...at, message: `unknown ${kind} \`${word}\``, ...(hint ? { hint } : {}) };
}

function only(mistake: Claimed['mistakes'][number]): Claimed {
  return { claims: [], mistakes: [mistake] };
}
