import { GATEWAY_ERRORS } from '../../../gateway/errors.ts';
import { sealer } from '../../../gateway/blinding/seal.ts';
import { DeclaredError } from '../../../schema/errors.ts';
import type { SelectorKind } from '../../../schema/selectors.ts';
import { KEYS } from './world.ts';

const seal = sealer(KEYS);
const AT = 'records.filter.organization';

describe('a name that says too little', () => {
  it.each<[SelectorKind, string, string]>([
    ['ORGANIZATION_NAME', 'Ltd', 'a name beside its legal form'],
    ['ORGANIZATION_NAME', 'S.A. de C.V.', 'a name beside its legal form'],
    ['ORGANIZATION_NAME', ' - ', 'a name beside its legal form'],
    ['GROUP_NAME', ' - ', 'a name'],
  ])('is refused: a %s, %j', (kind, name, needed) => {
    const message = `\`${AT}\` says too little to search by: it needs ${needed}`;
    expect(() => seal(kind, { name }, AT)).toThrow(new DeclaredError(GATEWAY_ERRORS.BAD_SELECTOR, message));
  });

  it('is none where it may be that of a group', () => {
    expect(seal('GROUP_NAME', { name: 'AB' }, AT)).not.toBe('');
    expect(seal('ORGANIZATION_NAME', { name: 'Acme Ltd' }, AT)).not.toBe('');
  });
});
