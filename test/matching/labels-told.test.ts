import { randomUUID } from 'node:crypto';
import { readContribution } from '../../subgraphs/index/contribution/read.ts';
import { pointerOf } from '../../subgraphs/agency/outbox/pointer.ts';
import { labelsTold } from '../../matching/labels-told.ts';
import { BLINDING_KEYS } from '../support/pointers.ts';
import { aPerson, aRecord } from '../agency/samples.ts';

const areas = (count: number) => Array.from({ length: count }, (_, at) => `area-${at}`);

it('leaves out labels that are longer than the index takes, and no others', () => {
  const labels = { office: 'x'.repeat(500), program: null, minor: false, crimeAreas: areas(200), districts: [] };
  expect(labelsTold(labels)).toEqual(labels);
  expect(labelsTold({ office: 'x'.repeat(501), crimeAreas: areas(201), districts: ['x'.repeat(501)] })).toEqual({});
});

it('lets the index take in whatever an agency holds', () => {
  const person = aPerson({ id: randomUUID(), currentNationalities: areas(201) });
  const record = aRecord({ subjectIds: [person.id], office: 'x'.repeat(501), crimeAreas: areas(201) });
  const { type, id, ...pointer } = pointerOf(record, new Map([[person.id, person]]), BLINDING_KEYS);
  expect(pointer.labels).not.toHaveProperty('office');
  const entry = { sequence: '1', op: 'UPSERT', type, id, pointer };
  expect(readContribution({ agency: 'DEA', entries: [entry] }).entries).toHaveLength(1);
});
