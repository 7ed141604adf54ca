import { uuid, type Random } from '../../../subgraphs/agency/data/random.ts';
import type { Stored } from '../../../subgraphs/agency/rows/stored.ts';
import { anEntity } from '../world/holdings.ts';
import { VALUES, type EntityName } from '../world/values.ts';

/** What an agency holds after something was changed. */
export interface Change {
  readonly kind: 'field' | 'link' | 'added' | 'removed' | 'order';
  /** In words, for a report. */
  readonly what: string;
  readonly held: readonly Stored[];
}

type Make = (held: readonly Stored[], agency: string, random: Random) => Change | undefined;

const LINKS = new Set(['subjectIds', 'memberIds', 'directorIds', 'caseId', 'contactId']);

/** Another value in a field. */
const field: Make = (held, agency, random) => {
  const entity = random.pick(held);
  const name = random.pick(Object.keys(VALUES[entity.type]));
  return replaced(held, entity, name, VALUES[entity.type][name]!(random, { agency, held: before(held, entity) }));
};

/** Another value of which masking, or generalising, leaves the same. */
const concealed: Make = (held, _agency, random) => {
  const entity = random.pick(held);
  const name = random.pick(Object.keys(VALUES[entity.type]).filter((key) => !LINKS.has(key) && !LABELLED.has(key)));
  const was = (entity as unknown as Readonly<Record<string, unknown>>)[name];
  const text = JSON.stringify(was ?? null, (_key, value: unknown) =>
    typeof value === 'string' ? keptInPart(value, random) : value,
  );
  return was === undefined ? undefined : replaced(held, entity, name, JSON.parse(text));
};

/** The last four characters of a text, or the year of a date, stay. */
function keptInPart(text: string, random: Random): string {
  if (/^\d{4}-\d\d(-\d\d)?$/.test(text)) return `${text.slice(0, 5)}0${random.int(1, 9)}${text.slice(7)}`;
  return /^\S+ \d+$|^\d{6}-\d{4}$/.test(text) && text.length > 9 ? `kept ${random.digits(4)} ${text.slice(-4)}` : text;
}

/** Another value in a field that conditions and searches read. */
const label: Make = (held, agency, random) => {
  const entity = random.pick(held);
  const labels = Object.keys(VALUES[entity.type]).filter((name) => LABELLED.has(name));
  if (labels.length === 0) return undefined;
  const name = random.pick(labels);
  return replaced(held, entity, name, VALUES[entity.type][name]!(random, { agency, held: before(held, entity) }));
};

const LABELLED = new Set([
  ...['kind', 'crimeAreas', 'program', 'occurredOn', 'recordedOn', 'office', 'handling', 'obtainedFrom'],
  ...['status', 'openedOn', 'closedOn', 'districts', 'dataSubjectCategory', 'minor', 'currentNationalities'],
  ...['role', 'hostCountry', 'onCall', 'areas'],
]);

/** One object more, to which others may lead. */
const added: Make = (held, agency, random) => {
  const type = random.pick(['Record', 'Record', 'Case', 'LiaisonContact', 'Person', 'Person', 'Group'] as const);
  const entity = anEntity(type, agency, uuid('added', random.digits(12)), random, held);
  const more = random.chance(0.5) ? [entity, ...held] : [...held, entity];
  const linked = random.chance(0.7) ? linkTo(inOrder(more), entity, random) : inOrder(more);
  return { kind: 'added', what: `${entity.type} ${entity.id}`, held: linked };
};

/** One object less; nothing leads to it any more. */
const removed: Make = (held, _agency, random) => {
  const entity = random.pick(held);
  const left = held.filter((other) => other !== entity).map((other) => without(other, entity.id));
  return { kind: 'removed', what: `${entity.type} ${entity.id}`, held: left };
};

/** A link to something else, or to nothing. */
const link: Make = (held, agency, random) => {
  const linking = held.filter((entity) => Object.keys(VALUES[entity.type]).some((name) => LINKS.has(name)));
  if (linking.length === 0) return undefined;
  const entity = random.pick(linking);
  const name = random.pick(Object.keys(VALUES[entity.type]).filter((key) => LINKS.has(key)));
  return replaced(
    held,
    entity,
    name,
    VALUES[entity.type][name]!(random, { agency, held: before(held, entity) }),
    'link',
  );
};

/** A link more in front, or one less. */
const lengthened: Make = (held, _agency, random) => {
  const entity = random.pick(held.filter(({ type }) => type === 'Record' || type === 'Case'));
  if (!entity || !('subjectIds' in entity)) return undefined;
  const subjects = before(held, entity).filter(({ type }) => ['Person', 'Group', 'Organization'].includes(type));
  const more = subjects.filter(({ id }) => !entity.subjectIds.includes(id));
  if (more.length === 0) return undefined;
  const at = random.int(0, entity.subjectIds.length);
  const subjectIds = [...entity.subjectIds.slice(0, at), random.pick(more).id, ...entity.subjectIds.slice(at)];
  return replaced(held, entity, 'subjectIds', random.chance(0.6) ? subjectIds : entity.subjectIds.slice(1), 'link');
};

/** The same objects, stored in another order. */
const order: Make = (held, _agency, random) => {
  const from = random.int(0, held.length - 1);
  const moved = [...held.slice(from), ...held.slice(0, from)];
  return { kind: 'order', what: 'stored in another order', held: inOrder(moved) };
};

/** What can be done to what an agency holds, the more telling changes more often. */
export const CHANGES: readonly Make[] = [
  field,
  field,
  concealed,
  concealed,
  concealed,
  label,
  label,
  added,
  removed,
  link,
  link,
  lengthened,
  order,
];

function replaced(
  held: readonly Stored[],
  entity: Stored,
  name: string,
  value: unknown,
  kind: Change['kind'] = 'field',
) {
  const was = (entity as unknown as Readonly<Record<string, unknown>>)[name];
  if (JSON.stringify(was) === JSON.stringify(value)) return undefined;
  const now = { ...entity, [name]: value };
  const what = `${entity.type}.${name} of ${entity.id}: ${JSON.stringify(was)} → ${JSON.stringify(value)}`;
  return { kind, what, held: held.map((other) => (other === entity ? now : other)) };
}

/** Links point backwards: to types that are stored before. */
const TYPES: readonly EntityName[] = ['LiaisonContact', 'Person', 'Group', 'Organization', 'Case', 'Record'];

function inOrder(held: readonly Stored[]): readonly Stored[] {
  return TYPES.flatMap((type) => held.filter((entity) => entity.type === type));
}

function before(held: readonly Stored[], { type }: Stored): readonly Stored[] {
  return held.filter((other) => TYPES.indexOf(other.type) < TYPES.indexOf(type));
}

function without(entity: Stored, id: string): Stored {
  const left = Object.entries(entity).map(([name, value]: [string, unknown]) => {
    if (!LINKS.has(name)) return [name, value];
    return [name, Array.isArray(value) ? value.filter((link) => link !== id) : value === id ? null : value];
  });
  return Object.fromEntries(left) as Stored;
}

/** Something that may lead to an object does. */
function linkTo(held: readonly Stored[], entity: Stored, random: Random): readonly Stored[] {
  const name = { Person: 'subjectIds', Group: 'subjectIds', Case: 'caseId', LiaisonContact: 'contactId' }[
    entity.type as string
  ];
  const able = held.filter((other) => name && name in other && other !== entity);
  if (!name || able.length === 0) return held;
  const from = random.pick(able);
  const was = (from as unknown as Readonly<Record<string, unknown>>)[name];
  const links = Array.isArray(was) ? (was as readonly string[]) : undefined;
  const at = random.int(0, links?.length ?? 0);
  const now = links ? [...links.slice(0, at), entity.id, ...links.slice(at)] : entity.id;
  return held.map((other) => (other === from ? { ...other, [name]: now } : other));
}
