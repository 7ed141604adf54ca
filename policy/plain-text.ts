/** Text that every store can keep and every terminal can show: not empty, not endless, no control characters, well-formed. */
export function isPlainText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest && /^[^\p{C}]+$/u.test(value);
}
