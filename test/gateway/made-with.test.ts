import { MadeWith } from '../../gateway/egress/made-with.ts';

describe('what is made of a text for a grant', () => {
  const [dea, fbi] = [{ agency: 'DEA' }, { agency: 'FBI' }];

  it('is made once for both, and never found by another grant', () => {
    const made = new MadeWith<object, string>(100);
    expect(made.get(dea, 'query', () => 'for DEA')).toBe('for DEA');
    expect(made.get(dea, 'query', () => 'again')).toBe('for DEA');
    expect(made.get(fbi, 'query', () => 'for FBI')).toBe('for FBI');
    expect(made.get({ ...dea }, 'query', () => 'for another')).toBe('for another');
    expect(made.get(dea, 'other', () => 'other')).toBe('other');
  });

  it('is forgotten, for all, when all together is too long', () => {
    const made = new MadeWith<object, string>(10);
    made.get(dea, 'five!', () => 'kept');
    made.get(fbi, 'five!', () => 'kept');
    expect(made.get(dea, 'five!', () => 'again')).toBe('kept');
    made.get(fbi, 'more', () => 'more');
    expect(made.get(dea, 'five!', () => 'again')).toBe('again');
  });

  it('is not kept where it alone is too long', () => {
    const made = new MadeWith<object, string>(10);
    made.get(dea, 'much too long', () => 'once');
    expect(made.get(dea, 'much too long', () => 'twice')).toBe('twice');
  });

  it('is kept where it is false', () => {
    const made = new MadeWith<object, boolean>(10);
    made.get(dea, 'no', () => false);
    expect(made.get(dea, 'no', () => true)).toBe(false);
  });
});
