import { systemFailure } from '../platform/system-failure.ts';
import { toldOf } from '../platform/told-error.ts';

/** Errors whose words are our own, and meant for whoever starts the product. */
const OWN_NAMES: ReadonlySet<string> = new Set(['DatabaseUnavailable', 'MigrationRefused']);

/** What is printed of an error that ends the process: words that are our own, and of any other its kind, code and place. */
export function lastWords(error: unknown): string {
  const told = systemFailure(error);
  if (told !== undefined) return told;
  if (error instanceof Error && (OWN_NAMES.has(error.name) || isPlain(error))) return error.message;
  return `something failed inside: ${JSON.stringify(toldOf(error))}`;
}

/** Libraries throw classes of their own, and what their errors say may hold values of rows; TypeErrors may too. */
function isPlain(error: Error): boolean {
  return error.constructor === Error && !('code' in error);
}

/** Runs a command with the words after its name, and ends the process: with status 0, or with last words and 1. */
export function runToItsEnd(main: (words: readonly string[]) => Promise<void>): void {
  endOnUncaught();
  main(process.argv.slice(2)).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(lastWords(error));
      process.exit(1);
    },
  );
}

/** INVARIANT: what nobody caught ends the process, and is told without its words: Node.js would print them all. */
export function endOnUncaught(): void {
  const end = (error: unknown) => {
    console.error(`something failed inside, and nobody caught it: ${JSON.stringify(toldOf(error))}`);
    process.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
