/** RFC 9562, version 4: the only one that is made of nothing but chance. */
const RANDOM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Whether an id has the form of a random one. Others tell something, or can be guessed: version 1 and 7 tell when an
 * object was made, and thereby when one that is hidden was; 3 and 5 follow from a name; a number has neighbours.
 */
export function isRandomId(value: unknown): value is string {
  return typeof value === 'string' && RANDOM.test(value);
}
