import { readFileSync } from 'node:fs';
import { execute, parse, type DocumentNode } from 'graphql';
import type { Agreement } from '../../policy/agreement.ts';
import { buildSubgraph } from '../../subgraphs/kit/subgraph.ts';
import { buildRegistrySubgraph, registryTypeDefs } from '../../subgraphs/registry/subgraph.ts';
import { BESIDE, RICH } from '../policy/document/rich.ts';
import { GIVEN, NOBODY, NO_RECORDS, agreement, asking, parties, shelfOf, type Document } from './world.ts';

/** What the registry tells an agency of an agreement. */
async function told(agency: string, id: string, documents: readonly Document[], fields: string) {
  const shelf = shelfOf(documents);
  const registry = await buildRegistrySubgraph(parties, shelf, NO_RECORDS);
  const { schema } = buildSubgraph({ ...registry, lock: 'none', rulebook: shelf, ...NOBODY });
  const { data, errors } = await execute({
    schema,
    document: parse(`{ agreement(id: "${id}") { ${fields} } }`),
    contextValue: registry.contextFor(asking(agency, shelf)),
  });
  expect(errors).toBeUndefined();
  return (JSON.parse(JSON.stringify(data)) as { agreement: Record<string, unknown> | null }).agreement;
}

const rich: readonly Document[] = [RICH, ...BESIDE].map((one) => ({ agreement: one }));

describe('a clause, told to a party', () => {
  const CLAUSE = `id effect from to records cases dataSubjects categories coordinates where areas uses searches stage
    released minPenaltyMonths viewer { roles trainings clearance officers contactPoint } participants disclosure silent
    consent reciprocal override
    obligations { notifyOriginator retentionDays attribution quotas { search perDay maxCandidates } evidence onward recordOnward }
    deconflict { selectors radiusMetres hours tells disclosure hold answerHours }`;

  it('is told whole: every key of the language has its place', async () => {
    const { clauses } = (await told('DEA', 'rich', rich, `clauses { ${CLAUSE} }`)) as { clauses: unknown[] };
    expect(clauses).toMatchObject([
      {
        id: 'rich#I',
        effect: 'SHARE',
        from: ['OFC'],
        to: ['OFC'],
        records: ['REPORT_OF_INVESTIGATION'],
        cases: true,
        dataSubjects: ['SUSPECT'],
        categories: ['PERSONAL_IDENTITY'],
        coordinates: ['Record.title'],
        areas: ['drug-trafficking'],
        uses: ['investigation'],
        searches: ['name'],
        stage: 'match',
        released: true,
        minPenaltyMonths: 6,
        viewer: {
          roles: ['analyst'],
          trainings: ['privacy'],
          clearance: 'secret',
          officers: ['DEA:officer-1'],
          contactPoint: true,
        },
        participants: ['active', 'limited'],
        disclosure: 'FULL',
        silent: false,
        consent: true,
        reciprocal: true,
        override: false,
        obligations: {
          notifyOriginator: true,
          retentionDays: 30,
          attribution: 'ICE',
          quotas: [{ search: 'name', perDay: 10, maxCandidates: 5 }],
          evidence: 'with-consent',
          onward: 'forbidden',
          recordOnward: true,
        },
        deconflict: null,
      },
      {
        id: 'rich#II',
        effect: 'WITHHOLD',
        where: 'the person is a national of the country of the originator',
        uses: ['analysis'],
        viewer: { roles: ['auditor'], contactPoint: false },
        obligations: null,
      },
      {
        id: 'rich#III',
        effect: 'DECONFLICT',
        from: ['ICE'],
        to: ['DEA'],
        areas: ['drug-trafficking'],
        deconflict: {
          selectors: ['PHONE'],
          radiusMetres: 100,
          hours: 1,
          tells: 'both',
          disclosure: 'CONTACT',
          hold: true,
          answerHours: 24,
        },
      },
      { id: 'rich#IV', effect: 'SHARE', override: true, uses: ['threat-to-life'] },
    ]);
  });

  it('has a place for every key that an author can write', async () => {
    const typeDefs = await registryTypeDefs();
    for (const [type, { defs, but }] of Object.entries(PLACES)) {
      const has = fieldNames(typeDefs, type);
      const lacking = defs.flatMap(keysOf).filter((key) => !has.has(key) && !(key in but));
      expect([type, lacking]).toEqual([type, []]);
      expect([type, Object.values(but).filter((field) => !has.has(field))]).toEqual([type, []]);
    }
  });

  it('names each field that it opens with how it is shown, finds by or closes', async () => {
    const clauses: Agreement['clauses'] = [
      {
        id: '1',
        text: 'Shown.',
        share: {
          from: ['ICE'],
          to: ['DEA'],
          categories: ['RECORD_NARRATIVE'],
          coordinates: ['IceRecord.seizureNumber', 'Person.dateOfBirth'],
          treatments: { 'Person.dateOfBirth': 'generalised' },
        },
      },
      {
        id: '2',
        text: 'Found.',
        share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.kind'], disclosure: 'CONTACT' },
      },
      {
        id: '3',
        text: 'Told of.',
        share: { from: ['ICE'], to: ['DEA'], coordinates: ['Record.kind'], disclosure: 'SILENT' },
      },
      { id: '4', text: 'Closed.', withhold: { from: ['ICE'], to: ['DEA'], coordinates: ['WiretapIntercept.line'] } },
      { id: '5', text: 'All closed.', withhold: { from: ['ICE'], to: ['DEA'], records: ['WIRETAP_INTERCEPT'] } },
      { id: '6', text: 'Both work together.' },
    ];
    const one = { agreement: agreement('one', ['ICE', 'DEA'], { clauses }) };
    const answer = await told(
      'ICE',
      'one',
      [one],
      'clauses { disclosure silent fields { coordinate category effect treatment } }',
    );
    const [shown, found, silent, closed, whole, none] = (answer as { clauses: Told[] }).clauses;
    const field = { effect: 'OPENS', treatment: 'FULL' };
    expect(shown?.fields).toEqual([
      { ...field, coordinate: 'Record.narrative', category: 'RECORD_NARRATIVE' },
      { ...field, coordinate: 'Person.dateOfBirth', category: 'PERSONAL_IDENTITY', treatment: 'GENERALISED' },
      { ...field, coordinate: 'IceRecord.seizureNumber', category: 'OWN' },
    ]);
    const kind = { coordinate: 'Record.kind', category: 'RECORD_SUMMARY', effect: 'FINDS', treatment: null };
    expect(found).toEqual({ disclosure: 'CONTACT', silent: false, fields: [kind] });
    expect(silent).toEqual({ disclosure: null, silent: true, fields: [kind] });
    expect(closed?.fields).toMatchObject([{ coordinate: 'WiretapIntercept.line', effect: 'CLOSES' }]);
    const coordinates = whole?.fields.map(({ coordinate }) => coordinate);
    expect(coordinates).toContain('Record.title');
    expect(coordinates?.some((coordinate) => coordinate.startsWith('LiaisonContact.'))).toBe(false);
    expect(none?.fields).toEqual([]);
  });

  it('names the agencies between which it has effect now', async () => {
    const members = ['ATF', 'DEA', 'FBI'];
    const share = { from: ['CTR'], to: ['CTR'], categories: ['RECORD_SUMMARY'] };
    const centre = agreement('centre', members, {
      groups: { CTR: { name: 'A centre', coordinator: 'FBI', members } },
      clauses: [{ id: '1', text: 'Summaries.', share }],
    });
    const joins = agreement('joins', ['USSS', 'CTR'], {
      accessions: [{ party: 'USSS', to: 'CTR', participation: 'limited' }],
    });
    const documents = [{ agreement: centre }, { agreement: joins }];
    const answer = await told(
      'DEA',
      'centre',
      documents,
      'clauses { between { from to } } groups { code name coordinator members }',
    );
    expect(answer).toEqual({
      clauses: [{ between: members.map((from) => ({ from, to: members.filter((code) => code !== from) })) }],
      groups: [{ code: 'CTR', name: 'A centre', coordinator: 'FBI', members }],
    });
    const unsigned = [{ agreement: centre, signatures: { ATF: { status: 'missing' } as const } }];
    expect(await told('DEA', 'centre', unsigned, 'clauses { between { from } }')).toEqual({
      clauses: [{ between: [] }],
    });
    const accession = {
      party: 'USSS',
      to: 'CTR',
      from: '2009-06-18',
      backDated: false,
      participation: 'limited',
      reserves: [],
    };
    const fields = 'accessions { party to from backDated participation reserves } noticeDays';
    expect(await told('USSS', 'joins', documents, fields)).toEqual({ accessions: [accession], noticeDays: 0 });
  });
});

describe('the signatures of an agreement', () => {
  it('are told with who signed for whom, with which key, and why one does not count', async () => {
    const members = ['DEA', 'USAO'];
    const founding = agreement('founding', members, {
      groups: { OFC: { name: 'Centre', coordinator: 'USAO', members } },
    });
    const joining = agreement('joining', ['ICE', 'OFC', 'DEA', 'FBI']);
    const signatures = {
      DEA: { status: 'missing' },
      FBI: { status: 'wrong', why: 'bad signature' },
    } as const;
    const documents = [{ agreement: founding }, { agreement: joining, signatures }];
    const nothing = { key: null, given: null, why: null };
    expect(await told('ICE', 'joining', documents, 'signatures { party signer status key given why }')).toEqual({
      signatures: [
        { ...nothing, party: 'ICE', signer: 'ICE', status: 'VERIFIED', key: 'k', given: GIVEN },
        { ...nothing, party: 'OFC', signer: 'USAO', status: 'VERIFIED', key: 'k', given: GIVEN },
        { ...nothing, party: 'DEA', signer: 'DEA', status: 'MISSING' },
        { ...nothing, party: 'FBI', signer: 'FBI', status: 'WRONG', why: 'bad signature' },
      ],
    });
  });
});

describe('the lineage of an agreement', () => {
  const old = { agreement: agreement('old', ['ICE', 'DEA']) };
  const theirs = { agreement: agreement('theirs', ['ICE', 'FBI'], { supplements: ['old'] }) };
  const late = {
    agreement: agreement('late', ['ICE', 'DEA'], {
      amends: [{ agreement: 'old', replaces: ['1'] }],
      follows: ['theirs'],
    }),
  };
  const LINEAGE = 'lineage { kind agreement title status clauses }';

  it('is told both ways', async () => {
    const answer = await told('ICE', 'old', [old, theirs, late], LINEAGE);
    expect(answer?.['lineage']).toEqual([
      { kind: 'AMENDED_BY', agreement: 'late', title: 'Agreement late', status: 'IN_FORCE', clauses: ['old#1'] },
      { kind: 'SUPPLEMENTED_BY', agreement: 'theirs', title: 'Agreement theirs', status: 'IN_FORCE', clauses: [] },
    ]);
  });

  it('is told of who joins the group that another founds, to who reads both', async () => {
    const members = ['DEA', 'USAO'];
    const charter = agreement('charter', members, {
      groups: { OFC: { name: 'Centre', coordinator: 'USAO', members } },
    });
    const joining = agreement('joining', ['ICE', 'OFC'], { accessions: [{ party: 'ICE', to: 'OFC' }] });
    const documents = [{ agreement: charter }, { agreement: joining }];
    const relation = { title: 'Agreement charter', status: 'IN_FORCE', clauses: [] };
    expect((await told('DEA', 'joining', documents, LINEAGE))?.['lineage']).toEqual([
      { ...relation, kind: 'JOINS', agreement: 'charter' },
    ]);
    expect((await told('DEA', 'charter', documents, LINEAGE))?.['lineage']).toMatchObject([
      { kind: 'JOINED_BY', agreement: 'joining' },
    ]);
    expect((await told('ICE', 'joining', documents, LINEAGE))?.['lineage']).toEqual([]);
  });

  it('says no more of an agreement of others than the text that names it', async () => {
    expect((await told('DEA', 'old', [old, theirs, late], LINEAGE))?.['lineage']).toMatchObject([
      { agreement: 'late' },
    ]);
    expect((await told('DEA', 'late', [old, theirs, late], LINEAGE))?.['lineage']).toEqual([
      { kind: 'AMENDS', agreement: 'old', title: 'Agreement old', status: 'IN_FORCE', clauses: ['old#1'] },
      { kind: 'FOLLOWS', agreement: 'theirs', title: null, status: null, clauses: [] },
    ]);
  });
});

it('tells an agency that is not a party nothing of an agreement, as if there were none', async () => {
  const fields =
    'signatures { key } lineage { agreement } groups { code } accessions { party } clauses { fields { coordinate } between { from } }';
  expect(await told('ICRF', 'rich', rich, fields)).toBeNull();
  expect(await told('ICRF', 'no-such', rich, fields)).toBeNull();
});

interface Told {
  readonly fields: readonly { readonly coordinate: string }[];
}

/** Where each key of the language is told; `but`: under another name, or in other fields. */
const PLACES: Readonly<
  Record<string, { readonly defs: readonly string[]; readonly but: Readonly<Record<string, string>> }>
> = {
  Agreement: {
    defs: [''],
    but: { concordat: 'id', amends: 'lineage', supplements: 'lineage', supersedes: 'lineage', follows: 'lineage' },
  },
  FoundedGroup: { defs: ['group'], but: {} },
  Accession: { defs: ['accession'], but: {} },
  Clause: {
    defs: ['clause', 'share', 'withhold', 'for', 'withholdFor'],
    but: { share: 'effect', withhold: 'effect', for: 'areas', treatments: 'fields' },
  },
  ClauseViewer: { defs: ['viewer', 'withholdViewer'], but: {} },
  ClauseObligations: { defs: ['obligations'], but: {} },
  ClauseQuota: { defs: ['quota'], but: {} },
  Deconfliction: { defs: ['deconflict'], but: { events: 'radiusMetres', from: 'tells', to: 'tells', areas: 'tells' } },
};

interface Keyed {
  readonly properties: object;
}

function keysOf(def: string): readonly string[] {
  const written = JSON.parse(readFileSync('schema/agreement.schema.json', 'utf8')) as Keyed & {
    readonly $defs: Readonly<Record<string, Keyed>>;
  };
  return Object.keys((def === '' ? written : written.$defs[def]!).properties);
}

function fieldNames({ definitions }: DocumentNode, type: string): ReadonlySet<string> {
  const fields = definitions.flatMap((one) =>
    one.kind === 'ObjectTypeDefinition' && one.name.value === type ? (one.fields ?? []) : [],
  );
  return new Set(fields.map(({ name }) => name.value));
}
