/** Documents that use what GraphQL offers, with their variables. */
export const DOCUMENTS: readonly (readonly [string, string, object])[] = [
  [
    'named fragments in each other',
    `query { records { edges { ...Edge } } }
     fragment Edge on RecordEdge { node { ...Hit } }
     fragment Hit on RecordHit { disclosure record { ...Told case { ...Case } } }
     fragment Told on Record { id title narrative ...Dates }
     fragment Dates on Record { occurredOn recordedOn }
     fragment Case on Case { title records { ...Told } }`,
    {},
  ],
  [
    'fragments on interfaces, on agencies’ types and on none',
    `{ records { edges { node { record {
        __typename
        ... on IceRecord { title seizureNumber }
        ... on DeaRecord { synopsis substance }
        ... on Record { program }
        ... { office }
        subjects {
          ... on Subject { id originator { code } }
          ... on Person { surname { original } dateOfBirth }
          ... on IceGroup { names members { surname { romanized } } }
          ... on Organization { names directors { __typename phones } }
        }
      } } } } }`,
    {},
  ],
  [
    'aliases that swap names',
    `{ hits: records { all: edges { hit: node { originator: disclosure disclosure: originator { name: code }
        record: contact { phone: name name: phone } contact: record { title: narrative narrative: title } } } } }`,
    {},
  ],
  [
    'one field under several names, with several selections',
    `{ records { edges { node { record { a: title b: title
        one: subjects { ... on Person { surname { original } } } two: subjects { __typename ... on Group { names } }
        case { title } case { status again: title } } } } } }`,
    {},
  ],
  [
    'one response key selected by several fragments',
    `{ records { edges { node { record { ...A ...B ... on IceRecord { case { summary } } } } } } }
     fragment A on Record { case { title subjects { id } } }
     fragment B on Record { case { status subjects { ... on Person { sex } ... on Group { kind } } } }`,
    {},
  ],
  [
    'the names of types, by any name',
    `{ __typename records { __typename edges { __typename node { __typename type: __typename
        record { what: __typename case { __typename contact { who: __typename } } } } } } }`,
    {},
  ],
  [
    'directives, with variables and defaults',
    `query ($yes: Boolean! $no: Boolean = false) { records { edges { node {
        record @include(if: $yes) { title @skip(if: $no) narrative @include(if: $no)
          ... on Record @include(if: $yes) { synopsis } ... @skip(if: $yes) { office } ...Case @skip(if: $no)
          subjects @include(if: true) @skip(if: false) { __typename } } } } } }
     fragment Case on Record { case @include(if: $yes) { title summary @skip(if: $yes) } }`,
    { yes: true },
  ],
  [
    'parts of values and of records',
    `{ records { edges { node { record {
        investigation { reportNumber techniques } intercept { line sessions { durationSeconds summary transcript } }
        handling { releasableTo } obtainedFrom { party } kind sourceReliability
        subjects { ... on Person { addresses { city } passports { number } physicalDescription { marks heightCm } } }
      } } } } cases { edges { node { case { seizures { asset value { amount } massGrams } items { status } } } } } }`,
    {},
  ],
  [
    'names that mean something elsewhere',
    `{ records { edges { node { record { constructor: title toString: synopsis hasOwnProperty: program _c_t: office
        _c_l: id labels: kind id: title case { then: title length: status } } } } } }`,
    {},
  ],
  [
    'filters and sizes in variables, two operations',
    `query Other { cases { totalCount } }
     query Wanted ($filter: RecordFilter, $first: Int = 2) { records(filter: $filter, first: $first, orderBy: RECORDED_ON_DESC) {
        totalCount pageInfo { hasNextPage } edges { node { originator { code } record { title recordedOn } } } } }`,
    { filter: { originators: ['ICE', 'DEA'], kinds: ['REPORT_OF_INVESTIGATION'] } },
  ],
  [
    'the schema',
    '{ __schema { queryType { name } types { name fields { name args { name } } } } __type(name: "Record") { fields { name } } }',
    {},
  ],
];
