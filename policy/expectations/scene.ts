import { ENTITY_TYPES } from '../../schema/contract.ts';
import type { Purpose } from '../../schema/purposes.ts';
import type { Row } from '../condition/evaluate.ts';
import type { Path } from '../document/locate.ts';
import type { Finding } from '../document/references/rule.ts';
import { didYouMean } from '../document/suggest.ts';
import type { Recipient } from '../recipient.ts';
import type { GivenNotice, Setting } from './expectations.ts';
import { NESTS, referenceOf, rowsOf } from './objects.ts';

/** One question: who asks whom, when and what for, and what objects there are. */
export interface Scene {
  readonly at: Date;
  readonly originator: string;
  readonly recipient: Recipient;
  /** Undefined: none is stated. */
  readonly purpose: Purpose | undefined;
  readonly objects: ReadonlyMap<string, Row>;
  /** With the ids of objects, where the author named objects. */
  readonly notices: readonly GivenNotice[];
}

const UNSTATED = { case: 'TEST-1', offence: 'unstated' };

/**
 * The question that a setting puts.
 * @param firstDay `YYYY-MM-DD`, when the setting says no instant
 */
export function sceneOf(setting: Setting, firstDay: string): Scene {
  const given = setting.given ?? {};
  const ids = (names: readonly string[]) => names.map((name) => referenceOf(name, given)).sort();
  const { agency = '', role = '', ...rest } = setting.viewer ?? {};
  return {
    at: new Date(setting.at ?? firstDay),
    originator: setting.of ?? '',
    recipient: { agency, role, ...rest },
    purpose: setting.for && purposeOf(setting.for, ids),
    objects: rowsOf(given),
    notices: (setting.notices ?? []).map(({ references, ...notice }) =>
      references ? { ...notice, references: ids(references) } : notice,
    ),
  };
}

function purposeOf(
  { area = '', use = '', case: number = UNSTATED.case, matches, offence, ...rest }: NonNullable<Setting['for']>,
  ids: (names: readonly string[]) => readonly string[],
): Purpose {
  return {
    ...rest,
    area,
    use,
    case: number,
    ...(matches ? { matches: ids(matches) } : {}),
    ...(offence?.maxPenaltyMonths === undefined
      ? {}
      : { offence: { code: UNSTATED.offence, ...offence, maxPenaltyMonths: offence.maxPenaltyMonths } }),
  };
}

/** What a setting lacks, so that it puts no question. */
export function checkScene(setting: Setting, path: Path): readonly Finding[] {
  const lacking = (what: string): readonly Finding[] => [{ path, message: `the test does not say ${what}` }];
  return [
    ...(setting.of === undefined ? lacking('whose data it is about, in `of`') : []),
    ...(setting.viewer?.agency === undefined ? lacking('whose viewer asks, in `viewer.agency`') : []),
    ...(setting.viewer?.role === undefined ? lacking('in which role the viewer asks, in `viewer.role`') : []),
    ...(setting.for && setting.for.area === undefined ? lacking('for which crime area, in `for.area`') : []),
    ...(setting.for && setting.for.use === undefined ? lacking('for which use, in `for.use`') : []),
    ...Object.keys(setting.given ?? {}).flatMap((name) => checkObject(name, setting, path)),
  ];
}

function checkObject(name: string, { given = {} }: Setting, path: Path): readonly Finding[] {
  const at = [...path, 'given', name];
  const object = given[name];
  const type = ENTITY_TYPES.find((known) => known === object?.type);
  if (!type) return [{ path: at, part: 'key', message: `\`type\` of \`${name}\` is missing` }];
  const { within } = object ?? {};
  if (within === undefined) return [];
  const around = given[within];
  if (!around) {
    const hint = didYouMean(within, Object.keys(given));
    return [{ path: [...at, 'within'], message: `there is no object \`${within}\``, hint }];
  }
  if (NESTS[type].some((holder) => holder === around.type)) return [];
  const message =
    NESTS[type].length === 0
      ? `a ${type} stands for itself: conditions on it read nothing of what it is in`
      : `a ${type} is in a ${NESTS[type].join(', a ')}, not in a ${around.type ?? 'nothing'}`;
  return [{ path: [...at, 'within'], message }];
}
