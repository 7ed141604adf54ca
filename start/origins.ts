import type { Environment } from './environment.ts';

/**
 * Origins whose pages may ask, by comma: exactly as browsers send them.
 * @throws Error for anything else: a pattern, or an address with a path, would open more or less than was meant
 */
export function readOrigins(env: Environment): readonly string[] {
  const origins = (env['CORS_ORIGINS'] ?? '').split(',').map((origin) => origin.trim());
  return origins.filter((origin) => origin !== '').map(exact);
}

function exact(text: string): string {
  const isPattern = text.includes('*');
  if (!isPattern && /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text) return text;
  const hint = isPattern ? 'patterns are not taken: name each origin' : 'name it as `https://desk.example`';
  throw new Error(`CORS_ORIGINS has \`${text}\`, which is no origin: ${hint}, without a path or a slash at its end`);
}
