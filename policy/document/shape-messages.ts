import type { ErrorObject } from 'ajv';
import type { Path } from './locate.ts';
import { didYouMean } from './suggest.ts';

/** A mistake of shape in words, and where it is. */
export interface Explained {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly hint?: string | undefined;
}

type Explainer = (error: ErrorObject, path: Path) => Explained | undefined;

/** Says in the author's terms what a JSON Schema error means. Undefined: another error says it already. */
export function explain(error: ErrorObject, path: Path): Explained | undefined {
  const explainer = EXPLAINERS[error.keyword];
  if (explainer) return explainer(error, path);
  return { path, part: 'value', message: `${error.message ?? 'not allowed here'}` };
}

const EXPLAINERS: Readonly<Record<string, Explainer>> = {
  additionalProperties: ({ params, parentSchema }, path) => {
    const key = String(params['additionalProperty']);
    const known = Object.keys((parentSchema?.['properties'] ?? {}) as object);
    return { path: [...path, key], part: 'key', message: `unknown key ${quote(key)}`, hint: didYouMean(key, known) };
  },
  required: ({ params, schemaPath }, path) => {
    // An alternative of `anyOf`, which is explained as one.
    if (schemaPath.includes('/anyOf/')) return undefined;
    return { path, part: 'value', message: `\`${String(params['missingProperty'])}\` is missing` };
  },
  anyOf: (_, path) =>
    at(path, 'key', `\`${nameOf(path)}\` must say what it shares, in \`categories\` or \`coordinates\``),
  not: (_, path) => at(path, 'value', 'a clause has `share` or `withhold`, not both'),
  propertyNames: () => undefined,
  type: ({ params, data }, path) => {
    const wanted = [params['type']].flat().map((type) => TYPES[String(type)] ?? String(type));
    const hint = wanted.includes('text') && typeof data === 'number' ? `put it in quotes: '${data}'` : undefined;
    return {
      path,
      part: 'value',
      message: `${subject(path)} must be ${wanted.join(' or ')}, not ${describe(data)}`,
      hint,
    };
  },
  enum: ({ params, data }, path) => {
    const allowed = params['allowedValues'] as readonly string[];
    const message = `${quote(data)} is none of ${allowed.map(quote).join(', ')}`;
    return { path, part: 'value', message, hint: didYouMean(String(data), allowed) };
  },
  const: ({ params, data }, path) =>
    at(path, 'value', `${subject(path)} must be ${quote(params['allowedValue'])}, not ${describe(data)}`),
  pattern: ({ data, parentSchema, propertyName }, path) => {
    const message = `${quote(propertyName ?? data)} must be ${String(parentSchema?.['$comment'] ?? 'written otherwise')}`;
    return propertyName === undefined ? at(path, 'value', message) : at([...path, propertyName], 'key', message);
  },
  format: ({ params, data }, path) =>
    at(path, 'value', `${quote(data)} is not ${FORMATS[String(params['format'])] ?? String(params['format'])}`),
  minLength: (_, path) => at(path, 'value', `${subject(path)} is empty`),
  maxLength: ({ params }, path) => at(path, 'value', `${subject(path)} is longer than ${params['limit']} characters`),
  minItems: ({ params }, path) =>
    at(
      path,
      'value',
      `${subject(path)} needs at least ${params['limit'] === 1 ? 'one item' : `${params['limit']} items`}`,
    ),
  maxItems: ({ params }, path) => at(path, 'value', `${subject(path)} has more than ${params['limit']} items`),
  minProperties: (_, path) => at(path, 'value', `${subject(path)} is empty`),
  maxProperties: ({ params }, path) => at(path, 'value', `${subject(path)} has more than ${params['limit']} keys`),
  uniqueItems: ({ params, data }, path) => {
    const index = Math.max(Number(params['i']), Number(params['j']));
    return at([...path, index], 'value', `${describe((data as readonly unknown[])[index])} is listed twice`);
  },
};

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'text',
  number: 'a number',
  boolean: '`true` or `false`',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date of the calendar, `YYYY-MM-DD`',
  email: 'an e-mail address',
};

function at(path: Path, part: Explained['part'], message: string): Explained {
  return { path, part, message };
}

/** The nearest key that the path names: `parties` for its second item too. */
function nameOf(path: Path): string | undefined {
  return path.findLast((step) => !/^\d+$/.test(String(step)))?.toString();
}

function subject(path: Path): string {
  const name = nameOf(path);
  if (name === undefined) return 'the document';
  return /^\d+$/.test(String(path.at(-1))) ? `an item of \`${name}\`` : `\`${name}\``;
}

function describe(data: unknown): string {
  if (data === null || data === undefined) return 'empty';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a mapping' : quote(data);
}

/** The author's own words, shortened when they are many. */
function quote(data: unknown): string {
  const text = String(data);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}
