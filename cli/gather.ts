import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PARTIES_PATH, type BundledDocument } from '../policy/bundle.ts';
import { readDocuments } from '../platform/agreements.ts';
import { defaultAgreements } from './places.ts';
import { UsageError } from './usage.ts';

/** The documents that a caller named, and those beside them. */
export interface Gathered {
  /** All documents of the folders, under paths as the caller would write them. */
  readonly documents: readonly BundledDocument[];
  /** Paths of those that were asked for. */
  readonly chosen: ReadonlySet<string>;
  /** The file of parties beside them; or this package's. */
  readonly partiesPath: string;
}

/**
 * Gathers files and folders. A file's neighbours come along, because it may refer to groups that they found.
 * @throws UsageError when a path does not exist
 */
export async function gather(paths: readonly string[]): Promise<Gathered> {
  const places = await Promise.all(paths.map(placeOf));
  const folders = [...new Set(places.map(({ folder }) => folder))];
  const documents = (await Promise.all(folders.map(documentsOf))).flat();
  const asked = ({ path }: BundledDocument) =>
    places.some(({ folder, file }) => path === file || isIn(path, folder, file));
  const beside = folders.map((folder) => join(folder, PARTIES_PATH)).find((path) => existsSync(path));
  return {
    documents,
    chosen: new Set(documents.filter(asked).map(({ path }) => path)),
    partiesPath: beside ?? join(defaultAgreements(), PARTIES_PATH),
  };
}

interface Place {
  readonly folder: string;
  /** Undefined: the whole folder. */
  readonly file: string | undefined;
}

async function placeOf(path: string): Promise<Place> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new UsageError(`there is no \`${path}\``);
  if (found.isDirectory()) return { folder: join(path, '.'), file: undefined };
  if (!path.endsWith('.yaml')) throw new UsageError(`\`${path}\` is no \`.yaml\` file`);
  return { folder: dirname(path), file: join(dirname(path), basename(path)) };
}

async function documentsOf(folder: string): Promise<readonly BundledDocument[]> {
  return (await readDocuments(folder)).map(({ path, text }) => ({ path: join(folder, path), text }));
}

function isIn(path: string, folder: string, file: string | undefined): boolean {
  return file === undefined && dirname(path) === folder;
}
