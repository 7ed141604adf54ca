import { InterfaceType } from 'type-graphql';
import { Structure } from './structure.ts';

@Structure()
@InterfaceType('Subject', { autoRegisterImplementations: false })
export abstract class SubjectInterface {}
