import type { NameKey } from '../name-key.ts';
import type { PersonNames } from './names.ts';

/** The keys by which a person is found, at most 16. None: too little is known to tell a person by. */
export function personKeys({ surname = '', firstNames = '', dateOfBirth = '' }: PersonNames): readonly NameKey[] {
  const names = `${surname} ${firstNames}`.trim().toUpperCase();
  return names && dateOfBirth ? [{ feature: 1, text: `${names}|${dateOfBirth}` }] : [];
}

/** The keys by which a person is sought: those of the person, and of what may have been written in their place. */
export function soughtPersonKeys(person: PersonNames): readonly NameKey[] {
  return personKeys(person);
}
