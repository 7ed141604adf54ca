/** The token in what was pasted: terminals and mails break its lines, and some copy the word before it. */
export function tokenIn(text: string): string {
  return text
    .trim()
    .replace(/^(?:authorization:\s*)?bearer\s+/i, '')
    .replaceAll(/\s+/g, '');
}
