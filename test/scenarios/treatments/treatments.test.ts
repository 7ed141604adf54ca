import { foundIn, recordsWith } from '../../support/scenario/hits.ts';
import { useScenario, type ScenarioOptions } from '../../support/scenario/scenario.ts';
import { AGREEMENT } from './agreement.ts';
import { DATA, record } from './data.ts';

const OPTIONS: ScenarioOptions = { agencies: ['ICE', 'DEA'], agreements: [AGREEMENT], data: DATA };

const RECORD = `
  title synopsis occurredOn recordedOn crimeAreas
  financial {
    institutions
    accounts { institution number holder country }
    totalAmount { amount currency }
    transactions { executedOn amount { amount currency } fromAccount toAccount reference }
  }
  case { title seizures { asset kind value { amount currency } massGrams seizedOn } }
  subjects { ... on Person {
    surname { original script romanized }
    phones dateOfBirth
    addresses { street city country }
    passports { type number country validUntil }
  } }`;

const SHOWN = {
  title: record.title,
  synopsis: '••••road',
  occurredOn: null,
  recordedOn: record.recordedOn,
  crimeAreas: ['••••king', '••••'],
  financial: {
    institutions: ['••••Bank', '••••'],
    accounts: [{ institution: 'First Example Bank', number: '••••1222', holder: 'A. Brandt', country: 'US' }],
    totalAmount: { amount: null, currency: 'EUR' },
    transactions: [
      {
        executedOn: '2010-02-01',
        amount: { amount: '10.00', currency: 'USD' },
        fromAccount: '••••1222',
        toAccount: null,
        reference: 'rent',
      },
    ],
  },
  case: {
    title: 'Elm Street',
    seizures: [{ asset: null, kind: 'narcotics', value: null, massGrams: null, seizedOn: null }],
  },
  subjects: [
    {
      surname: { original: 'alexandrov', script: 'Latn', romanized: 'ALEXANDROV' },
      phones: ['••••0143'],
      dateOfBirth: '1971',
      addresses: [{ street: null, city: null, country: 'US' }],
      passports: [{ type: 'passport', number: '00 0000001', country: 'RU', validUntil: '2030-01-31' }],
    },
    {
      surname: { original: '••••andt', script: 'Latn', romanized: '••••ANDT' },
      phones: ['••••0143', '••••'],
      dateOfBirth: '1980',
      addresses: [{ street: null, city: null, country: 'US' }],
      passports: [{ type: 'passport', number: '••••0001', country: 'RU', validUntil: '2030-01-31' }],
    },
  ],
};

describe('a value that is shown in part', () => {
  const scenario = useScenario(OPTIONS);

  it('shows the part, whatever its shape, and the most open that a clause allows on the row', async () => {
    const { data, asked } = await scenario.as('DEA').query(recordsWith(RECORD));
    expect(foundIn({ data })).toEqual({ ICE: [SHOWN] });
    expect(asked['ICE']?.join()).toContain('seizures{kind}');
  });

  it('leaves the agency in part already', async () => {
    const selection = RECORD.replace('... on Person', '... on IcePerson');
    const query = `query ($all: [_Any!]!) { _entities(representations: $all) { ... on IceRecord { ${selection} } } }`;
    const all = [{ __typename: 'IceRecord', id: record.id }];
    expect((await scenario.direct('ICE', 'DEA', query, { all })).data).toEqual({ _entities: [SHOWN] });
  });

  it('is whole for the originator’s own viewers', async () => {
    const { data } = await scenario
      .as('ICE')
      .query(recordsWith('synopsis occurredOn financial { totalAmount { amount } }'));
    expect(foundIn({ data })).toEqual({
      ICE: [
        {
          synopsis: record.synopsis,
          occurredOn: record.occurredOn,
          financial: { totalAmount: { amount: '12500.00' } },
        },
      ],
    });
  });

  it('cannot be shown whole by another name', async () => {
    const { data } = await scenario
      .as('DEA')
      .query(recordsWith('title: synopsis synopsis: title crimeAreas: recordedOn recordedOn: occurredOn'));
    expect(foundIn({ data })).toEqual({
      ICE: [{ title: '••••road', synopsis: record.title, crimeAreas: record.recordedOn, recordedOn: null }],
    });
  });
});

describe('a value that an agency without its own lock answers whole', () => {
  const scenario = useScenario({ ...OPTIONS, agencyLock: false });

  it('is shown in part all the same', async () => {
    const { data } = await scenario.as('DEA').query(recordsWith(RECORD));
    expect(foundIn({ data })).toEqual({ ICE: [SHOWN] });
  });
});
