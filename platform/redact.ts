import { toldOf } from './told-error.ts';

const HIDDEN = '[hidden]';
const DEEPEST = 8;

/** Names, in whatever case and with whatever signs between the words, under which a value is never told. */
const SECRET_NAMES = new RegExp(
  [
    'authorization|cookie|token|assertion|voucher|password|passwd|secret|privatekey|apikey|jwk|bearer|credential',
    '^(?:d|sub|case|casenumber|justification|matches|offence|request|purpose|xpurpose|query|variables|operation)$',
    '^(?:body|data|detail|message|filter|selector|selectors|representations|cursor|after|before|id|ids)$',
    '^(?:headers|rawheaders|parameters|params|args|meta|hint|sql|connectionstring|databaseurl)$',
  ].join('|'),
);

/** Values that are secret wherever they stand: bearer tokens, JWTs, passwords of URLs, private keys. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/\bBearer\s+[\w.~+/=-]+/gi, `Bearer ${HIDDEN}`],
  [/\beyJ[\w-]+\.[\w-]*(?:\.[\w-]*)?/g, HIDDEN],
  [/([a-z][a-z\d+.-]*:\/\/)[^\s/@]*@/gi, `$1${HIDDEN}@`],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, HIDDEN],
];

/** A text without what is secret wherever it stands. */
export function redactText(text: string): string {
  return SECRET_TEXTS.reduce((left, [secret, instead]) => left.replace(secret, instead), text);
}

/**
 * What may be logged of a value: errors by kind, code and place; nothing under a secret name, however deep it lies. A
 * second net: nothing secret is to be handed to the log in the first place.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return toldOf(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value;
  if (depth >= DEEPEST || ArrayBuffer.isView(value)) return HIDDEN;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (value instanceof Map || value instanceof Set) return redact([...value], depth);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isSecret(name) ? HIDDEN : redact(inner, depth + 1)]),
  );
}

function isSecret(name: string): boolean {
  return SECRET_NAMES.test(name.toLowerCase().replaceAll(/[^a-z]/g, ''));
}
