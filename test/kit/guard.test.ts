import { entities, object, record, refs, share, toyAgency, withhold, type Source } from './toy-agency.ts';

const summary = share({ categories: ['RECORD_SUMMARY'] });

describe("an agency's lock", () => {
  it('shows what a clause shares and nothing else, and asks no resolver for the rest', async () => {
    const dea = toyAgency({
      sources: [record('r1')],
      clauses: [summary],
      resolvers: { DeaRecord: { title: () => 'a title', narrative: () => 'a secret' } },
    });
    const { data, errors } = await dea.ask(
      'ICE',
      entities('DeaRecord', 'id originator { code } title narrative'),
      refs('DeaRecord', 'r1'),
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      _entities: [
        { __typename: 'DeaRecord', id: 'r1', originator: { code: 'DEA' }, title: 'a title', narrative: null },
      ],
    });
    expect(dea.called).toEqual(['DeaRecord.__resolveReference', 'DeaRecord.title']);
  });

  it("shows an agency's own viewers everything", async () => {
    const dea = toyAgency({ sources: [record('r1', { narrative: 'ours' })] });
    const { data } = await dea.ask('DEA', entities('DeaRecord', 'title narrative'), refs('DeaRecord', 'r1'));
    expect(data).toEqual({ _entities: [{ __typename: 'DeaRecord', title: 'title of r1', narrative: 'ours' }] });
  });

  it('changes nothing in what its own viewers get', async () => {
    const persons = [
      object('DeaPerson', 'p1', { phones: ['1', '2'], surname: { original: 'N', romanized: null } }),
      null,
    ];
    const toy = {
      sources: [record('r1', { office: undefined, occurredOn: '2020-01-01', obtainedFrom: { party: 'X' } })],
      resolvers: {
        DeaRecord: { subjects: () => persons, intercept: async () => ({ line: '1', sessions: [{ summary: 's' }] }) },
      },
    };
    const value =
      'id kind office occurredOn crimeAreas handling { releasableTo originatorConsent } obtainedFrom { party }';
    const query = entities('DeaRecord', `${value} intercept { line sessions { summary } } subjects { id } case { id }`);
    const [guarded, bare] = [toyAgency(toy), toyAgency({ ...toy, lock: 'none' })];
    const [one, other] = await Promise.all(
      [guarded, bare].map((dea) => dea.ask('DEA', query, refs('DeaRecord', 'r1', 'r2'))),
    );
    expect(one?.data).toEqual(other?.data);
    expect(guarded.called.toSorted()).toEqual(bare.called.toSorted());
  });

  it('shows an agency without agreement nothing, and loads nothing for it', async () => {
    const dea = toyAgency({ sources: [record('r1')], clauses: [summary] });
    const { data, errors } = await dea.ask('FBI', entities('DeaRecord', 'id title'), refs('DeaRecord', 'r1'));
    expect({ data, errors }).toEqual({ data: { _entities: [null] }, errors: undefined });
    expect(dea.called).toEqual([]);
  });

  it('answers the same for a hidden object as for one that does not exist', async () => {
    const clauses = [share({ categories: ['RECORD_SUMMARY'], where: { crimeAreas: { anyOf: ['cybercrime'] } } })];
    const dea = toyAgency({ sources: [record('r1'), record('r2', { crimeAreas: ['cybercrime'] })], clauses });
    const query = entities('DeaRecord', 'id originator { code } labels(names: ["crimeAreas"]) title');
    const { data, errors } = await dea.ask('ICE', query, refs('DeaRecord', 'r1', 'r2', 'r3'));
    const labels = { crimeAreas: ['cybercrime'] };
    const shown = { __typename: 'DeaRecord', id: 'r2', originator: { code: 'DEA' }, labels, title: 'title of r2' };
    expect({ data, errors }).toEqual({ data: { _entities: [null, shown, null] }, errors: undefined });
  });

  it('decides by row, and a label that is not known opens nothing', async () => {
    const clauses = [
      share({ categories: ['RECORD_SUMMARY'] }),
      withhold({ categories: ['RECORD_SUMMARY'], where: { program: 'SOD' } }),
    ];
    const dea = toyAgency({
      sources: [record('r1', { program: 'SOD' }), record('r2', { program: 'OCDETF' }), record('r3')],
      clauses,
    });
    const { data } = await dea.ask('ICE', entities('DeaRecord', 'id'), refs('DeaRecord', 'r1', 'r2', 'r3'));
    expect(data).toEqual({ _entities: [null, { __typename: 'DeaRecord', id: 'r2' }, null] });
  });

  it('takes labels that cannot be read for unknown ones', async () => {
    const dea = toyAgency({
      sources: [record('r1')],
      clauses: [summary],
      labelsOf: () => {
        throw new Error('no labels');
      },
    });
    const { data } = await dea.ask('ICE', entities('DeaRecord', 'id'), refs('DeaRecord', 'r1'));
    expect(data).toEqual({ _entities: [null] });
  });

  it("honours the originator's marks", async () => {
    const handling = { releasableTo: [], notReleasableTo: ['ICE'], originatorConsent: false, notAsEvidence: false };
    const dea = toyAgency({ sources: [record('r1', { handling }), record('r2')], clauses: [summary] });
    const { data } = await dea.ask('ICE', entities('DeaRecord', 'id'), refs('DeaRecord', 'r1', 'r2'));
    expect(data).toEqual({ _entities: [null, { __typename: 'DeaRecord', id: 'r2' }] });
  });

  it('needs a purpose that the clause covers', async () => {
    const dea = toyAgency({
      sources: [record('r1')],
      clauses: [share({ categories: ['RECORD_SUMMARY'], for: { areas: ['drug-trafficking'] } })],
    });
    const ask = (area: string) => dea.ask('ICE', entities('DeaRecord', 'id'), refs('DeaRecord', 'r1'), area);
    expect((await ask('drug-trafficking')).data).toEqual({ _entities: [{ __typename: 'DeaRecord', id: 'r1' }] });
    expect((await ask('cybercrime')).data).toEqual({ _entities: [null] });
  });

  it('decides for the same loaded object by what encloses it', async () => {
    const person = object('DeaPerson', 'p1', { sex: 'F', dataSubjectCategory: 'SUSPECT' });
    const dea = toyAgency({
      sources: [record('r1', { crimeAreas: ['cybercrime'] }), record('r2'), person],
      clauses: [
        summary,
        share({ categories: ['PERSONAL_IDENTITY'], where: { 'record.crimeAreas': { anyOf: ['cybercrime'] } } }, '2'),
      ],
      resolvers: { DeaRecord: { subjects: () => [person] } },
    });
    const { data } = await dea.ask(
      'ICE',
      entities('DeaRecord', 'id subjects { __typename id ... on DeaPerson { sex } }'),
      refs('DeaRecord', 'r1', 'r2'),
    );
    expect(data).toEqual({
      _entities: [
        { __typename: 'DeaRecord', id: 'r1', subjects: [{ __typename: 'DeaPerson', id: 'p1', sex: 'F' }] },
        { __typename: 'DeaRecord', id: 'r2', subjects: [] },
      ],
    });
    const alone = await dea.ask('ICE', entities('DeaPerson', 'id sex'), refs('DeaPerson', 'p1'));
    expect(alone.data).toEqual({ _entities: [null] });
  });

  it('leaves objects that do not appear out of lists, whether they are there or still to come', async () => {
    const persons: readonly Source[] = ['VICTIM', 'SUSPECT', 'VICTIM'].map((dataSubjectCategory, index) =>
      object('DeaPerson', `p${index}`, { dataSubjectCategory, circumstances: 'seen' }),
    );
    const clauses = [summary, share({ categories: ['CIRCUMSTANCES'], dataSubjects: ['SUSPECT'] }, '2')];
    const lists = [
      persons,
      Promise.resolve(persons),
      persons.map((person) => Promise.resolve(person)),
      new Set(persons),
    ];
    for (const list of lists) {
      const dea = toyAgency({ sources: [record('r1')], clauses, resolvers: { DeaRecord: { subjects: () => list } } });
      const { data } = await dea.ask('ICE', entities('DeaRecord', 'subjects { id }'), refs('DeaRecord', 'r1'));
      expect(data).toEqual({ _entities: [{ __typename: 'DeaRecord', subjects: [{ id: 'p1' }] }] });
    }
  });

  it('makes a single object that does not appear null', async () => {
    const contact = object('DeaLiaisonContact', 'l1', { name: 'N. Name' });
    const dea = toyAgency({
      sources: [record('r1'), contact],
      clauses: [share({ coordinates: ['Record.contact', 'Record.title'] })],
      resolvers: { DeaRecord: { contact: () => contact } },
    });
    const { data } = await dea.ask('ICE', entities('DeaRecord', 'title contact { id name }'), refs('DeaRecord', 'r1'));
    expect(data).toEqual({ _entities: [{ __typename: 'DeaRecord', title: 'title of r1', contact: null }] });
    expect(dea.called).toContain('DeaRecord.contact');
  });

  it('shows a part of a record where one of its own fields is shown, and does not ask for it elsewhere', async () => {
    const intercept = () => ({
      line: '+1 202 555 0143',
      court: 'S.D.N.Y.',
      sessions: [{ summary: 'talk', transcript: 'words' }],
    });
    const sources = [record('r1', { kind: 'WIRETAP_INTERCEPT' }), record('r2')];
    const clauses = [
      summary,
      share(
        { records: ['WIRETAP_INTERCEPT'], coordinates: ['WiretapIntercept.court', 'WiretapIntercept.sessions'] },
        '2',
      ),
    ];
    const dea = toyAgency({ sources, clauses, resolvers: { DeaRecord: { intercept } } });
    const query = entities('DeaRecord', 'intercept { line court sessions { summary transcript } }');
    const { data } = await dea.ask('ICE', query, refs('DeaRecord', 'r1', 'r2'));
    const sessions = [{ summary: 'talk', transcript: 'words' }];
    expect(data).toEqual({
      _entities: [
        { __typename: 'DeaRecord', intercept: { line: null, court: 'S.D.N.Y.', sessions } },
        { __typename: 'DeaRecord', intercept: null },
      ],
    });
    expect(dea.called.filter((call) => call === 'DeaRecord.intercept')).toHaveLength(1);
  });

  it('masks and generalises values, and the parts of values as the contract marks them', async () => {
    const person = object('DeaPerson', 'p1', {
      surname: { original: 'Тестова', script: 'Cyrl', romanized: 'Testova' },
      phones: ['+1 202 555 0143', '123'],
      dateOfBirth: '1971-03-09',
      addresses: [{ street: '1 Main Street', city: 'Springfield', country: 'US' }],
      passports: [{ type: 'passport', number: 'X1234567', country: 'US' }],
    });
    const treatments = {
      'Person.surname': 'masked',
      'Person.phones': 'masked',
      'Person.dateOfBirth': 'generalised',
      'Person.addresses': 'generalised',
    } as const;
    const categories = ['RECORD_SUMMARY', 'PERSONAL_IDENTITY', 'CONTACT_DETAILS', 'IDENTITY_DOCUMENTS'];
    const resolvers = { DeaRecord: { subjects: () => [person] } };
    const dea = toyAgency({ sources: [record('r1')], clauses: [share({ categories, treatments })], resolvers });
    const fields =
      'surname { original script } phones dateOfBirth addresses { street city country } passports { number }';
    const query = entities('DeaRecord', `subjects { ... on DeaPerson { ${fields} } }`);
    const { data } = await dea.ask('ICE', query, refs('DeaRecord', 'r1'));
    const subjects = [
      {
        surname: { original: '••••това', script: 'Cyrl' },
        phones: ['••••0143', '••••'],
        dateOfBirth: '1971',
        addresses: [{ street: null, city: null, country: 'US' }],
        passports: [{ number: 'X1234567' }],
      },
    ];
    expect(data).toEqual({ _entities: [{ __typename: 'DeaRecord', subjects }] });
  });

  it('shows no subject that stands alone: nobody knows what the records that speak of it are marked with', async () => {
    const dea = toyAgency({
      sources: [object('DeaPerson', 'p1', {})],
      clauses: [share({ categories: ['PERSONAL_IDENTITY'] })],
    });
    const { data } = await dea.ask('ICE', entities('DeaPerson', 'sex'), refs('DeaPerson', 'p1'));
    expect(data).toEqual({ _entities: [null] });
  });

  it('answers only labels that conditions read, and keeps a known null', async () => {
    const clauses = [share({ categories: ['RECORD_SUMMARY'], where: { not: { program: 'SOD' } } })];
    const dea = toyAgency({ sources: [record('r1', { program: null, office: 'Miami' })], clauses });
    const query = entities('DeaRecord', 'labels(names: ["program", "office", "obtainedFrom", "nonsense"])');
    const { data } = await dea.ask('ICE', query, refs('DeaRecord', 'r1'));
    expect(data).toEqual({ _entities: [{ __typename: 'DeaRecord', labels: { program: null, obtainedFrom: null } }] });
    const own = await dea.ask('DEA', query, refs('DeaRecord', 'r1'));
    expect(own.data).toEqual({ _entities: [{ __typename: 'DeaRecord', labels: {} }] });
  });

  it('masks what a resolver throws, and asks no closed one', async () => {
    const fail = () => {
      throw new Error('duplicate key (phone)=(+1 202 555 0143)');
    };
    const resolvers = {
      DeaRecord: { title: fail, synopsis: async () => fail(), narrative: fail, crimeAreas: () => new Error('x') },
    };
    const dea = toyAgency({ sources: [record('r1')], clauses: [summary], resolvers });
    const { data, errors } = await dea.ask(
      'ICE',
      entities('DeaRecord', 'id title synopsis narrative crimeAreas'),
      refs('DeaRecord', 'r1'),
    );
    expect(data).toEqual({
      _entities: [
        { __typename: 'DeaRecord', id: 'r1', title: null, synopsis: null, narrative: null, crimeAreas: null },
      ],
    });
    expect(errors?.map(({ extensions, path }) => [extensions.code, path?.at(-1)]).sort()).toEqual([
      ['FIELD_FAILED', 'crimeAreas'],
      ['FIELD_FAILED', 'synopsis'],
      ['FIELD_FAILED', 'title'],
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/0143|stack|duplicate/);
    expect(dea.troubles).toHaveLength(3);
  });

  it('masks what the schema says of a value that does not fit', async () => {
    const dea = toyAgency({ sources: [record('r1', { kind: 'A SECRET KIND' })], clauses: [summary] });
    const { data, errors } = await dea.ask('ICE', entities('DeaRecord', 'kind'), refs('DeaRecord', 'r1'));
    expect(data).toEqual({ _entities: [{ __typename: 'DeaRecord', kind: null }] });
    expect(errors).toEqual([
      expect.objectContaining({ message: 'a field could not be answered', path: ['_entities', 0, 'kind'] }),
    ]);
  });

  it('keeps one reference that fails from taking the others with it', async () => {
    const dea = toyAgency({ sources: [record('r1')], clauses: [summary] });
    const variables = {
      r: [{ __typename: 'DeaRecord', id: 'r1' }, { __typename: 'Nonsense' }, { __typename: 'Record', id: 'r1' }, 5],
    };
    const { data } = await dea.ask('ICE', entities('DeaRecord', 'id'), variables);
    expect(data).toEqual({ _entities: [{ __typename: 'DeaRecord', id: 'r1' }, null, null, null] });
  });
});
