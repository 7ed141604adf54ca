import type { ErrorObject } from 'ajv';
import type { Path } from './locate.ts';
import { didYouMean, suggest } from './suggest.ts';

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
  additionalProperties: ({ params, parentSchema }, path) =>
    unknownKey(String(params['additionalProperty']), path, parentSchema),
  // Which keys are known depends on the others, so none is suggested.
  unevaluatedProperties: ({ params }, path) => {
    const key = String(params['unevaluatedProperty']);
    return at([...path, key], 'key', `${quote(key)} is not a key here`);
  },
  required: ({ params, schemaPath }, path) => {
    // An alternative of `anyOf`, which is explained as one.
    if (schemaPath.includes('/anyOf/')) return undefined;
    return { path, part: 'value', message: `\`${String(params['missingProperty'])}\` is missing` };
  },
  anyOf: (_, path) => at(path, 'key', SAYS_NOTHING[nameOf(path) ?? ''] ?? `${subject(path)} lacks something`),
  not: ({ data }, path) =>
    typeof data === 'object'
      ? at(path, 'value', 'a clause has one of `share`, `withhold` and `deconflict`, not several')
      : undefined,
  propertyNames: () => undefined,
  if: () => undefined,
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
    const hint = lookalike(String(propertyName ?? data));
    if (propertyName === undefined) return { path, part: 'value', message, hint };
    return { path: [...path, propertyName], part: 'key', message, hint };
  },
  format: ({ params, data }, path) =>
    at(path, 'value', `${quote(data)} is not ${FORMATS[String(params['format'])] ?? String(params['format'])}`),
  minimum: ({ params, data }, path) =>
    at(path, 'value', `${subject(path)} must be at least \`${params['limit']}\`, not ${describe(data)}`),
  maximum: ({ params, data }, path) =>
    at(path, 'value', `${subject(path)} must be at most \`${params['limit']}\`, not ${describe(data)}`),
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
  integer: 'a whole number',
  boolean: '`true` or `false`',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date of the calendar, `YYYY-MM-DD`',
  'date-time': 'an instant in UTC, `2026-03-01T09:30:00Z`',
  email: 'an e-mail address',
};

/** Of what an effect must name one thing at least, what the author has to name. */
const SAYS_NOTHING: Readonly<Record<string, string>> = {
  share: '`share` must say what it shares, in `categories` or `coordinates`',
  deconflict: '`deconflict` must say what is matched, in `selectors` or `events`',
};

function unknownKey(key: string, path: Path, schema: ErrorObject['parentSchema']): Explained {
  const known = Object.keys((schema?.['properties'] ?? {}) as object);
  return { path: [...path, key], part: 'key', message: `unknown key ${quote(key)}`, hint: suggest(key, known) };
}

/** The first character that only looks like one of ASCII: a Cyrillic `І` is not a Latin `I`. */
function lookalike(text: string): string | undefined {
  const found = /[^\u0000-\u007f]/u.exec(text)?.[0];
  if (found === undefined) return undefined;
  return `\`${found}\` is U+${found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}, not a letter of ASCII`;
}

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
