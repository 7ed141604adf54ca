import { ENTITY_TYPES, type EntityType } from '../../schema/contract.ts';
import { didYouMean } from '../document/suggest.ts';
import type { Path } from '../document/locate.ts';
import type { Finding } from '../document/references/rule.ts';
import { checkLabels } from './check-labels.ts';
import type { GivenNotice, Setting } from './expectations.ts';
import type { TestWorld } from './surroundings.ts';

/**
 * Checks the words of a setting: agencies, roles, areas, uses, labels.
 * @param whole the setting as it counts, with what wider ones say
 */
export function checkSetting(setting: Setting, whole: Setting, path: Path, world: TestWorld): readonly Finding[] {
  return [
    ...checkInstant(setting, path),
    ...wordsOf(setting, path, world).flatMap(unknownWord),
    ...(setting.notices ?? []).flatMap((notice, index) => checkNotice(notice, [...path, 'notices', index], world)),
    ...Object.entries(setting.given ?? {}).flatMap(([name, object]) => {
      const type = whole.given?.[name]?.type;
      return isEntity(type) ? checkLabels(object, type, [...path, 'given', name], world) : [];
    }),
  ];
}

function checkInstant({ at }: Setting, path: Path): readonly Finding[] {
  if (at === undefined || !Number.isNaN(Date.parse(at))) return [];
  return [{ path: [...path, 'at'], message: `\`${at}\` is no day of the calendar` }];
}

interface Word {
  readonly word: string;
  readonly path: Path;
  readonly kind: string;
  readonly known: Iterable<string>;
}

function wordsOf(setting: Setting, path: Path, world: TestWorld): readonly Word[] {
  const { viewer, for: purpose } = setting;
  const { viewers, purposes, agencies } = world;
  const one = (word: string | undefined, at: Path, kind: string, known: Iterable<string>): readonly Word[] =>
    word === undefined ? [] : [{ word, path: [...path, ...at], kind, known }];
  return [
    ...one(setting.of, ['of'], 'agency', agencies),
    ...one(viewer?.agency, ['viewer', 'agency'], 'agency', agencies),
    ...one(viewer?.role, ['viewer', 'role'], 'role', viewers.roles.keys()),
    ...one(viewer?.clearance, ['viewer', 'clearance'], 'clearance', viewers.clearances.keys()),
    ...(viewer?.trainings ?? []).flatMap((word, index) =>
      one(word, ['viewer', 'trainings', index], 'training', viewers.trainings.keys()),
    ),
    ...one(purpose?.area, ['for', 'area'], 'crime area', purposes.areas.keys()),
    ...one(purpose?.use, ['for', 'use'], 'use', purposes.uses.keys()),
    ...one(purpose?.search, ['for', 'search'], 'kind of search', purposes.searches.keys()),
  ];
}

/** Words that are looked through more than once: no iterator, which is at its end after the first time. */
type Known = ReadonlySet<string> | readonly string[];

function unknownWord({ word, path, kind, known }: Word): readonly Finding[] {
  const words = [...known];
  if (words.includes(word)) return [];
  return [{ path, message: `unknown ${kind} \`${word}\``, hint: didYouMean(word, words) }];
}

function checkNotice(notice: GivenNotice, path: Path, world: TestWorld): readonly Finding[] {
  const { purposes, agencies, agreements } = world;
  const parties = new Set([...agencies, ...agreements.flatMap(({ groups }) => Object.keys(groups ?? {}))]);
  const each = (words: readonly string[] | undefined, key: string, kind: string, known: Known) =>
    (words ?? []).flatMap((word, index) => unknownWord({ word, path: [...path, key, index], kind, known }));
  const ids = agreements.map(({ id }) => id);
  return [
    ...unknownWord({ word: notice.party, path: [...path, 'party'], kind: 'party', known: parties }),
    ...(notice.agreement === undefined
      ? []
      : unknownWord({ word: notice.agreement, path: [...path, 'agreement'], kind: 'agreement', known: ids })),
    ...each(notice.to, 'to', 'party', parties),
    ...each(notice.uses, 'uses', 'use', [...purposes.uses.keys()]),
  ];
}

function isEntity(type: string | undefined): type is EntityType {
  return ENTITY_TYPES.some((known) => known === type);
}
