import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Something that came out of the product, other than the data of an answer. */
export interface Emitted {
  readonly where: string;
  readonly text: string;
}

/** Every file that the product wrote, but for the databases' own and the keys that are meant to lie there. */
export function writtenUnder(home: string): readonly Emitted[] {
  const root = realpathSync(home);
  const database = realpathSync(join(home, 'postgres'));
  const kept = [join(database, 'data'), join(root, 'private')];
  return [...new Set([...filesIn(root, kept), ...filesIn(database, kept)])].map((path) => ({
    where: relative(root, path),
    text: readFileSync(path, 'latin1'),
  }));
}

function filesIn(folder: string, left: readonly string[]): readonly string[] {
  if (left.includes(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, left);
    return entry.isFile() && statSync(path).size > 0 ? [path] : [];
  });
}

/** Which secrets came out, and where: as they are, in a URL, in base64, or a number without its sign. */
export function leaks(
  emitted: readonly Emitted[],
  secrets: Readonly<Record<string, string>>,
): readonly { readonly where: string; readonly secret: string; readonly around: string }[] {
  return emitted.flatMap(({ where, text }) =>
    Object.entries(secrets).flatMap(([secret, value]) => {
      const form = formsOf(value).find((each) => text.toLowerCase().includes(each.toLowerCase()));
      if (form === undefined) return [];
      const at = text.toLowerCase().indexOf(form.toLowerCase());
      return [{ where, secret, around: text.slice(Math.max(0, at - 120), at + form.length + 40) }];
    }),
  );
}

function formsOf(value: string): readonly string[] {
  const base64 = Buffer.from(value).toString('base64');
  const whole = base64.slice(0, Math.floor(value.length / 3) * 4);
  return [value, encodeURIComponent(value), whole, value.replace(/^\+1/, '')];
}
