import { ALWAYS, NEVER, allOf, anyOf, keyOf, not, test, within } from '../../../policy/condition/condition.ts';
import { inWords } from '../../../policy/condition/in-words.ts';
import { compileWhere } from '../../../policy/condition/where.ts';
import type { Where } from '../../../policy/agreement.ts';
import { contract } from '../../../schema/contract.ts';

const PAIR = { originatorCountry: 'US', recipientCountry: 'RU', accession: '2010-01-01' };
const said = (where: Where) => inWords(compileWhere(where, 'Person', contract, PAIR));

describe('a condition in words', () => {
  it('says the labels as their author wrote them', () => {
    expect(said({ crimeAreas: { anyOf: ['drug-trafficking', 'terrorism'] } })).toBe(
      '`crimeAreas` has one of drug-trafficking, terrorism',
    );
    expect(said({ 'person.minor': true, 'record.kind': 'X' })).toBe('`person.minor` is true, and `record.kind` is X');
    expect(said({ recordedOn: { from: '2009-08-06', until: '2010-01-01' } })).toBe(
      '`record.recordedOn` is from 2009-08-06 until 2010-01-01',
    );
    expect(said({ crimeAreas: { allOf: ['terrorism', 'cybercrime'] } })).toBe(
      '`crimeAreas` has all of terrorism, cybercrime',
    );
  });

  it('says what must not be', () => {
    expect(said({ crimeAreas: { noneOf: ['terrorism'] } })).toBe('`crimeAreas` has none of terrorism');
    expect(said({ not: { 'person.minor': true } })).toBe('`person.minor` is not true');
    expect(said({ not: { 'person.minor': true, program: 'OCDETF' } })).toBe(
      'not (`person.minor` is true, and `program` is OCDETF)',
    );
  });

  it('puts in brackets what belongs together', () => {
    expect(said({ program: 'OCDETF', anyOf: [{ 'person.minor': false }, { 'case.status': 'OPEN' }] })).toBe(
      '`program` is OCDETF, and (`person.minor` is false, or `case.status` is OPEN)',
    );
  });

  it('says what is always and never so, and where a row lies', () => {
    expect([ALWAYS, NEVER, not(within('Case'))].map((condition) => inWords(condition))).toEqual([
      'always',
      'never',
      'it is not, and is not in, a case',
    ]);
  });

  it('has other phrases for what has a name of its own', () => {
    const marks = anyOf([test({ name: 'x', owners: ['Record'] }, { op: 'none' }), within('Case')]);
    const phrases = new Map([
      [keyOf(marks), 'its marks allow it'],
      [keyOf(within('Record')), ''],
    ]);
    expect(inWords(allOf([within('Record'), marks]), phrases)).toBe('its marks allow it');
    expect(inWords(allOf([within('Record')]), phrases)).toBe('');
  });
});
