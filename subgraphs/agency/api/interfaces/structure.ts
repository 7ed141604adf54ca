import { Arg, Directive, Field, ID } from 'type-graphql';
import { Labels } from '../scalars.ts';
import { Agency } from '../values/agency.ts';

/**
 * The fields that every entity has: `id`, `originator` and `labels`. No label is answered here: what runs the subgraph
 * answers them, to servers that it knows.
 */
export function Structure(): ClassDecorator {
  return (target) => {
    const prototype = target.prototype as object;
    Field(() => ID)(prototype, 'id');
    Field(() => Agency)(prototype, 'originator');
    Field(() => Labels, { nullable: true })(prototype, 'labels');
    Arg('names', () => [String])(prototype, 'labels', 0);
    Directive('@inaccessible')(prototype, 'labels');
  };
}
