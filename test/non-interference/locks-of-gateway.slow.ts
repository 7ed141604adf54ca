import { compareAtLength } from './everything.ts';

it('tells a viewer the same of worlds that differ in what they may not see, by the locks of gateway', () =>
  compareAtLength('gateway'));
