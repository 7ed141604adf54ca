import type { PersonEntity } from './entities.ts';
import { RECURRENT, recurrent } from './participants.ts';
import { random } from './random.ts';
import { sight } from './sighting.ts';

/** Whether the agency has the recurrent person of that number on file. */
export function isKnown(seed: string, agency: string, number: number): boolean {
  return random(seed, 'known', agency, number).chance(0.5);
}

/** The persons who turn up in case after case, as the agency has them on file. */
export function recurrentsOf(agency: string, seed: string): readonly PersonEntity[] {
  return Array.from({ length: RECURRENT }, (_, number) => number)
    .filter((number) => isKnown(seed, agency, number))
    .map((number) => {
      const category = number % 3 === 0 ? 'SUSPECT' : 'ASSOCIATE';
      const circumstances = category === 'SUSPECT' ? 'Turns up in several cases as a go-between.' : null;
      return sight({ agency, seed, category, circumstances }, recurrent(seed, number));
    });
}
