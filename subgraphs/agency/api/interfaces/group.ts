import { InterfaceType } from 'type-graphql';
import { Nullable } from '../nullable.ts';
import { Account } from '../values/money.ts';
import { SubjectInterface } from './subject.ts';

@InterfaceType('Group', { implements: SubjectInterface, autoRegisterImplementations: false })
export abstract class GroupInterface {
  @Nullable(() => [String])
  names!: string[];

  @Nullable(() => String)
  kind!: string | null;

  @Nullable(() => [String])
  countries!: string[];

  @Nullable(() => [Account])
  accounts!: Account[];
}
