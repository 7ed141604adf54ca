import { InterfaceType } from 'type-graphql';
import { Nullable } from '../nullable.ts';
import { Address, Registration } from '../values/identity.ts';
import { Account } from '../values/money.ts';
import { SubjectInterface } from './subject.ts';

@InterfaceType('Organization', { implements: SubjectInterface, autoRegisterImplementations: false })
export abstract class OrganizationInterface {
  @Nullable(() => [String])
  names!: string[];

  @Nullable(() => String)
  kind!: string | null;

  @Nullable(() => [Registration])
  registrations!: Registration[];

  @Nullable(() => [Address])
  addresses!: Address[];

  @Nullable(() => [Account])
  accounts!: Account[];
}
