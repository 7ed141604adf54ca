import { Held } from './held.ts';

/** Whether the gateway can be reached. */
export const connection = new Held<'there' | 'lost'>('there');

const FIRST_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 15_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Looks now whether the gateway answers again. */
export async function reconnect(): Promise<void> {
  const answers = await fetch('/health').then(
    () => true,
    () => false,
  );
  if (answers) connection.set('there');
}

/** While the connection is lost, looks for it ever more seldom. */
function watch(afterMilliseconds: number): void {
  clearTimeout(timer);
  if (connection.get() === 'there') return;
  timer = setTimeout(() => {
    void reconnect().then(() => watch(Math.min(afterMilliseconds * 2, LONGEST_MILLISECONDS)));
  }, afterMilliseconds);
}

connection.subscribe(() => watch(FIRST_MILLISECONDS));
addEventListener('offline', () => connection.set('lost'));
addEventListener('online', () => void reconnect());
