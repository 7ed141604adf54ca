import { AS_OF } from './calendar.ts';
import type { DataSubjectCategory } from './entities.ts';
import { persona, type Persona } from './persona.ts';
import { random, type Random } from './random.ts';
import type { Repertoire } from './words/repertoire.ts';

/** Somebody's part in a matter. */
export interface Participant {
  readonly persona: Persona;
  readonly role: Role;
}

export type Role = 'leader' | 'member' | 'courier' | 'associate' | 'witness' | 'victim';

/** How many persons turn up in matter after matter. */
export const RECURRENT = 24;

/** A person who turns up in matter after matter. */
export function recurrent(seed: string, number: number): Persona {
  return persona(seed, `recurrent:${number}`, { age: [45, 70] });
}

/** The number of a recurrent person; `undefined` for everybody else. */
export function recurrentNumber({ key }: Persona): number | undefined {
  return key.startsWith('recurrent:') ? Number(key.slice('recurrent:'.length)) : undefined;
}

/** Who takes part in a matter, the leader first. */
export function participantsOf(
  seed: string,
  matter: number,
  year: number,
  { victims }: Repertoire,
): readonly Participant[] {
  const at = random(seed, 'participants', matter);
  const since = Number(AS_OF.slice(0, 4)) - year;
  const adults: readonly [number, number] = [20 + since, 58 + since];
  const [most, fromAge, toAge] = victims ?? [0, 0, 0];
  const cast = [...rolesOf(at), ...Array.from({ length: at.int(0, most) }, (): Role => 'victim')];
  return cast.map((role, index) => ({
    role,
    persona: isRecurrent(at, role)
      ? recurrent(seed, at.int(0, RECURRENT - 1))
      : persona(seed, `matter:${matter}:${index}`, { age: role === 'victim' ? [fromAge, toAge] : adults }),
  }));
}

function rolesOf(at: Random): readonly Role[] {
  return [
    'leader',
    'courier',
    ...Array.from({ length: at.int(1, 3) }, (): Role => 'member'),
    ...Array.from({ length: at.int(0, 2) }, (): Role => 'associate'),
    ...Array.from({ length: at.int(0, 2) }, (): Role => 'witness'),
  ];
}

function isRecurrent(at: Random, role: Role): boolean {
  return (role === 'member' || role === 'associate') && at.chance(0.12);
}

/** The category that the part comes under. */
export function categoryOf(role: Role, convicted: boolean): DataSubjectCategory {
  if (role === 'victim') return 'VICTIM';
  if (role === 'witness') return 'WITNESS';
  if (role === 'associate') return 'ASSOCIATE';
  return convicted ? 'CONVICTED' : 'SUSPECT';
}
