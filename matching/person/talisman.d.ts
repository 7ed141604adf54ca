declare module 'talisman/metrics/damerau-levenshtein.js' {
  export default function damerauLevenshtein(a: string, b: string): number;
}
declare module 'talisman/metrics/jaro-winkler.js' {
  export default function jaroWinkler(a: string, b: string): number;
}
