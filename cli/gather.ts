import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PARTIES_PATH, type BundledDocument } from '../policy/bundle.ts';
import { readDocuments } from '../platform/agreements.ts';
import { defaultAgreements } from './places.ts';
import { UsageError } from './usage.ts';

/** How the names of files of tests end. */
export const TESTS_SUFFIX = '.test.yaml';

/** The documents that a caller named, and those beside them. */
export interface Gathered {
  /** All documents of the folders, under paths as the caller would write them. */
  readonly documents: readonly BundledDocument[];
  /** Paths of those that were asked for. */
  readonly chosen: ReadonlySet<string>;
  /** Where they are. */
  readonly folders: readonly string[];
  /** The file of parties beside them; or this package's. */
  readonly partiesPath: string;
}

/**
 * Gathers files and folders. A file's neighbours come along, because it may refer to groups that they found.
 * @throws UsageError when a path does not exist, is no agreement, or two folders have parties of their own
 */
export async function gather(paths: readonly string[]): Promise<Gathered> {
  const [first, second] = byParties(await Promise.all(paths.map(placeOf)));
  if (!first || !second) return gatherPlaces(first ?? []);
  const [one, other] = [first, second].map((places) => `\`${homeOf(places)}\``);
  throw new UsageError(`${one} and ${other} have each their own \`${PARTIES_PATH}\`: name one of them`);
}

/**
 * Gathers files and folders, and the folders in them that have parties of their own: apart, so that each is read with
 * its own parties and neighbours.
 * @throws UsageError when a path does not exist or is no agreement
 */
export async function gatherApart(paths: readonly string[]): Promise<readonly Gathered[]> {
  const named = await Promise.all(paths.map(placeOf));
  const nested = (await Promise.all(named.map(withOwnParties))).flat();
  const further = [...new Set(nested)].filter((folder) => named.every((place) => place.folder !== folder));
  const apart = [...byParties(named), ...further.map((folder) => [{ folder, file: undefined }])];
  return Promise.all(apart.map(gatherPlaces));
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
  if (path.endsWith(TESTS_SUFFIX)) throw new UsageError(`\`${path}\` holds tests, and no agreement`);
  if (basename(path) === PARTIES_PATH)
    throw new UsageError(`\`${path}\` names parties, and is no agreement: name its folder, \`${dirname(path)}\``);
  return { folder: dirname(path), file: join(dirname(path), basename(path)) };
}

/** Folders without parties of their own are read with those of the first that has some. */
function byParties(places: readonly Place[]): readonly (readonly Place[])[] {
  const shared = homeOf(places) ?? '';
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const home = hasParties(place.folder) ? place.folder : shared;
    groups.set(home, [...(groups.get(home) ?? []), place]);
  }
  return [...groups.values()];
}

function homeOf(places: readonly Place[]): string | undefined {
  return places.map(({ folder }) => folder).find(hasParties);
}

function hasParties(folder: string): boolean {
  return existsSync(join(folder, PARTIES_PATH));
}

async function withOwnParties({ folder, file }: Place): Promise<readonly string[]> {
  if (file !== undefined) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  return folders.filter(hasParties).sort();
}

async function gatherPlaces(places: readonly Place[]): Promise<Gathered> {
  const folders = [...new Set(places.map(({ folder }) => folder))];
  const documents = (await Promise.all(folders.map(documentsOf))).flat();
  const asked = ({ path }: BundledDocument) =>
    places.some(({ folder, file }) => path === file || isIn(path, folder, file));
  return {
    documents,
    chosen: new Set(documents.filter(asked).map(({ path }) => path)),
    folders,
    partiesPath: join(homeOf(places) ?? defaultAgreements(), PARTIES_PATH),
  };
}

async function documentsOf(folder: string): Promise<readonly BundledDocument[]> {
  return (await readDocuments(folder)).map(({ path, text }) => ({ path: join(folder, path), text }));
}

function isIn(path: string, folder: string, file: string | undefined): boolean {
  return file === undefined && dirname(path) === folder;
}
