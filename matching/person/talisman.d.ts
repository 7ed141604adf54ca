declare module 'talisman/metrics/damerau-levenshtein.js' {
  export default function damerauLevenshtein(a: string, b: string): number;
}
declare module 'talisman/metrics/jaro-winkler.js' {
  export default function jaroWinkler(a: string, b: string): number;
}
declare module 'talisman/phonetics/nysiis.js' {
  export default function nysiis(name: string): string;
}
declare module 'talisman/phonetics/soundex.js' {
  export default function soundex(name: string): string;
}
