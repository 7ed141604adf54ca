/** Fills the gaps of a text, `{leader}`; what fills the beginning of a sentence begins with a capital letter. */
export function fill(text: string, gaps: Readonly<Record<string, string>>): string {
  const filled = text.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
  return filled.replace(/(?<=^|\. )\p{Ll}/gu, (letter) => letter.toUpperCase());
}
