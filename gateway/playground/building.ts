import { join, relative } from 'node:path';
import type { BuildOptions, Metafile, OutputFile } from 'esbuild';
import { fontsAsFiles } from './fonts.ts';
import { PAGES, type Page, type PageFiles } from './manifest.ts';

/** Where the files of a bundle are asked for. */
export const ASSETS = '/playground/assets/';

const PAGES_FOLDER = 'gateway/playground/pages';

/** Monaco's workers: one for the editor itself, and one for each language that the pages edit. */
const WORKERS = {
  editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'monaco-graphql/esm/graphql.worker.js',
};

/** One file of a bundle. */
export interface Built {
  readonly name: string;
  readonly contents: Uint8Array;
}

/** A bundle that is made, and not written yet. */
export interface Building {
  readonly pages: Readonly<Record<Page, PageFiles>>;
  readonly files: readonly Built[];
  /** Our sources that it was made of, below the repository. */
  readonly sources: readonly string[];
}

/**
 * Bundles the pages, and the workers before them: a page learns their addresses from `MONACO_WORKERS`.
 * @param root the repository
 * @throws Error with code ERR_MODULE_NOT_FOUND where esbuild is not installed; esbuild's own for a source with mistakes
 */
export async function build(root: string): Promise<Building> {
  const { build: bundle } = await import('esbuild');
  const shared = optionsIn(root);
  const workers = await bundle({ ...shared, entryPoints: WORKERS, format: 'iife' });
  const addresses = Object.fromEntries(
    Object.keys(WORKERS).map((name) => [
      name,
      ASSETS + outputOf(workers.metafile, WORKERS[name as keyof typeof WORKERS]),
    ]),
  );
  const pages = await bundle({
    ...shared,
    entryPoints: Object.fromEntries(PAGES.map((page) => [page, entryOf(page)])),
    format: 'esm',
    splitting: true,
    define: { ...shared.define, MONACO_WORKERS: JSON.stringify(addresses) },
  });
  return {
    pages: Object.fromEntries(PAGES.map((page) => [page, filesOf(pages.metafile, page)])) as Building['pages'],
    files: [...workers.outputFiles, ...pages.outputFiles].map((file) => built(file, shared.outdir)),
    sources: sourcesOf(pages.metafile),
  };
}

function optionsIn(root: string) {
  return {
    absWorkingDir: root,
    outdir: join(root, 'assets'),
    bundle: true,
    minify: true,
    metafile: true,
    write: false,
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'linked',
    logLevel: 'silent',
    publicPath: ASSETS,
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    plugins: [fontsAsFiles],
    loader: { '.ttf': 'file', '.woff2': 'file', '.woff': 'file', '.svg': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
  } satisfies BuildOptions;
}

function entryOf(page: Page): string {
  return `${PAGES_FOLDER}/${page}/main.tsx`;
}

function built({ path, contents }: OutputFile, folder: string): Built {
  return { name: relative(folder, path), contents };
}

/** The file that was made of an entry. */
function outputOf(metafile: Metafile, entry: string): string {
  const [path] = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(entry)) ?? [];
  if (path === undefined) throw new Error(`nothing was made of \`${entry}\``);
  return nameOf(path);
}

function filesOf({ outputs, ...rest }: Metafile, page: Page): PageFiles {
  const script = outputOf({ outputs, ...rest }, entryOf(page));
  const path = Object.keys(outputs).find((one) => nameOf(one) === script) ?? '';
  const styles = outputs[path]?.cssBundle;
  return { script, styles: styles === undefined ? [] : [nameOf(styles)], imports: importsOf(outputs, path) };
}

/** All that a script imports at once, through others too; what it imports later is not among them. */
function importsOf(outputs: Metafile['outputs'], path: string): readonly string[] {
  const found = new Set<string>();
  const visit = (one: string) => {
    for (const { path: next, kind } of outputs[one]?.imports ?? []) {
      if (kind !== 'import-statement' || found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(path);
  return [...found].map(nameOf);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function sourcesOf({ inputs }: Metafile): readonly string[] {
  return Object.keys(inputs).filter((path) => !path.includes('node_modules/') && !path.includes(':'));
}
