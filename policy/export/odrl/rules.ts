import type { Agreement, Clause, Share } from '../../agreement.ts';
import { fieldsBut, fieldsNamed, target } from './asset.ts';
import { conditionsOfShare, conditionsOfWithhold } from './conditions.ts';
import { constraint } from './constraint.ts';
import { consent, duties } from './duties.ts';
import { assignees, assigners } from './party.ts';
import { agreementName, type Node } from './vocabulary.ts';

/** The rules that a clause becomes. */
export interface Rules {
  readonly permissions: readonly Node[];
  readonly prohibitions: readonly Node[];
}

/** A clause as permissions and prohibitions. */
export function rulesOf(agreement: Agreement, clause: Clause): Rules {
  const uid = agreementName(agreement.id, clause.id);
  if (clause.withhold) return { permissions: [], prohibitions: [withheld(agreement, clause, uid)] };
  const share = clause.share;
  if (!share || share.disclosure === 'SILENT') return { permissions: [], prohibitions: [] };
  const shown = shownParts(share).map(([action, fields], index, all) => ({
    uid: all.length > 1 ? `${uid}/${index + 1}` : uid,
    ...parties(share, 'Permission'),
    action,
    target: target(share, fields),
    constraint: conditionsOfShare(agreement, share),
    ...(duties(share).length > 0 ? { duty: duties(share) } : {}),
    ...(share.override ? { 'concordat:override': true } : {}),
    'dcterms:description': clause.text,
  }));
  const { permissions, prohibitions } = onwardOf(share, uid);
  return { permissions: [...shown, ...permissions], prohibitions };
}

/** Actions of the profile, each a narrower way to `read`. */
const ACTIONS = {
  full: 'read',
  generalised: 'concordat:readGeneralised',
  masked: 'concordat:readMasked',
  CONTACT: 'concordat:learnWhomToCall',
  EXISTS: 'concordat:learnThatItExists',
} as const;

/** What may be done with which fields: those that are treated alike stand in one rule. */
function shownParts(share: Share): readonly (readonly [action: unknown, fields: readonly Node[]])[] {
  if (share.disclosure === 'CONTACT' || share.disclosure === 'EXISTS')
    return [[ACTIONS[share.disclosure], fieldsNamed(share)]];
  const treated = Object.entries(share.treatments ?? {}).filter(([, treatment]) => treatment !== 'full');
  const inFull = [
    ACTIONS.full,
    fieldsBut(
      share,
      treated.map(([coordinate]) => coordinate),
    ),
  ] as const;
  const others = (['generalised', 'masked'] as const).flatMap((treatment) => {
    const names = treated.filter(([, how]) => how === treatment).map(([coordinate]) => coordinate);
    return names.length > 0
      ? [[ACTIONS[treatment], [constraint('concordat:coordinate', 'isAnyOf', names)]] as const]
      : [];
  });
  return [inFull, ...others];
}

function withheld(agreement: Agreement, clause: Clause, uid: string): Node {
  const withhold = clause.withhold!;
  return {
    uid,
    ...parties(withhold, 'Prohibition'),
    action: 'read',
    target: target(withhold),
    constraint: conditionsOfWithhold(agreement, withhold),
    'dcterms:description': clause.text,
  };
}

/** Whether the recipient may pass it on. */
function onwardOf(share: Share, uid: string): Rules {
  const onward = share.obligations?.onward;
  if (!onward) return { permissions: [], prohibitions: [] };
  const type = onward === 'forbidden' ? 'Prohibition' : 'Permission';
  const rule = { uid: `${uid}/onward`, ...parties(share, type), action: 'distribute', target: target(share) };
  if (onward === 'forbidden') return { permissions: [], prohibitions: [rule] };
  return { permissions: [{ ...rule, duty: [consent(share)] }], prohibitions: [] };
}

function parties(scope: Parameters<typeof assigners>[0], type: 'Permission' | 'Prohibition'): Node {
  return { '@type': type, assigner: assigners(scope), assignee: assignees(scope) };
}
