import { InterfaceType } from 'type-graphql';
import type { LiaisonContactEntity } from '../../data/entities.ts';
import { ContactRole } from '../enums.ts';
import { Nullable } from '../nullable.ts';
import { Structure } from './structure.ts';

@Structure()
@InterfaceType('LiaisonContact', { autoRegisterImplementations: false })
export abstract class LiaisonContactInterface {
  @Nullable(() => String)
  name!: string;

  @Nullable(() => String)
  title!: string | null;

  @Nullable(() => ContactRole)
  role!: LiaisonContactEntity['role'];

  @Nullable(() => String)
  office!: string | null;

  @Nullable(() => String)
  city!: string | null;

  @Nullable(() => String)
  hostCountry!: string | null;

  @Nullable(() => String)
  phone!: string | null;

  @Nullable(() => String)
  email!: string | null;

  @Nullable(() => [String])
  languages!: string[];

  @Nullable(() => String)
  timeZone!: string | null;

  @Nullable(() => Boolean)
  onCall!: boolean;

  @Nullable(() => [String])
  areas!: string[];
}
