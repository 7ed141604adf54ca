import { Held } from '../held.ts';

/** Whether the form says something else than what goes with the next question. */
export const unstated = new Held(false);
