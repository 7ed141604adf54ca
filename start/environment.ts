/** What a process is told by its surroundings. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A whole number. @throws Error that says how to mend it */
export function number(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} is \`${text}\`: set it to a whole number from ${least} to ${most}, or leave it out`);
}

/** An address of the web. @throws Error that says how to mend it */
export function url(env: Environment, name: string): string | undefined {
  const text = env[name];
  if (text === undefined || text === '') return undefined;
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new Error(`${name} is \`${text}\`: set it to an http or https URL, or leave it out`);
}

/** Yes or no. @throws Error that says how to mend it */
export function flag(env: Environment, name: string): boolean {
  const text = env[name] ?? '';
  if (text === 'true') return true;
  if (text === '' || text === 'false') return false;
  throw new Error(`${name} is \`${text}\`: set it to \`true\` or \`false\`, or leave it out`);
}

/** On or off. @throws Error that says how to mend it */
export function onOrOff(env: Environment, name: string, fallback: boolean): boolean {
  const text = env[name] ?? '';
  if (text === '') return fallback;
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Error(`${name} is \`${text}\`: set it to \`on\` or \`off\`, or leave it out`);
}
