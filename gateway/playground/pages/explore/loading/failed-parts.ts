import { connection } from '../../shared/connection.ts';
import { Held } from '../../shared/held.ts';
import { shown } from '../editors/shown.ts';

/** Whether there are no editors, because a part of them did not come. */
export const editorsFailed = new Held(false);

/** What browsers say of a script that was imported and did not come: Chromium, Firefox, Safari. */
const NOT_IMPORTED =
  /^(?:Failed to fetch dynamically imported module|error loading dynamically imported module|Importing a module script failed)/;

/** Hears of parts that the editors import by themselves, and that do not come: nobody else does. */
export function hearOfFailedParts(page: Pick<EventTarget, 'addEventListener'>): void {
  page.addEventListener('unhandledrejection', (event) => {
    if (!isNotImported((event as PromiseRejectionEvent).reason)) return;
    event.preventDefault();
    partFailed();
  });
}

/** A part of the editors did not come from the gateway. Editors that are there stay, with what stands in them. */
export function partFailed(): void {
  if (!shown.get()) editorsFailed.set(true);
  connection.set('lost');
}

function isNotImported(reason: unknown): boolean {
  return reason instanceof TypeError && NOT_IMPORTED.test(reason.message);
}
