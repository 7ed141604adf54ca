import { stringify } from 'yaml';
import type { Agreement } from '../../../policy/agreement.ts';
import type { Bundle } from '../../../policy/bundle.ts';
import type { AgencyEntry } from '../../../policy/parties.ts';
import { digestOf } from '../../../policy/signature/canonical.ts';
import { foundedGroups, signatoriesOf } from '../../../policy/signature/signatories.ts';
import { signAgreement } from '../../../policy/signature/sign.ts';
import { BundleFeed, type BundleNews } from '../../../platform/bundle-feed.ts';
import type { ScenarioKeys } from './keys.ts';
import { noticeText, type ScenarioNotice } from './notices.ts';

/** Agreements on their way to the parties of a scenario, which can be changed while it runs. */
export interface ScenarioAgreements {
  readonly feed: BundleFeed;
  /** Puts these in the place of all that were there, signed by every party but those named. */
  put(agreements: readonly Agreement[], unsignedBy?: readonly string[]): Bundle;
  /** The same bundle, not yet told of. */
  sign(agreements: readonly Agreement[], unsignedBy?: readonly string[]): Bundle;
  /** Tells of a bundle as it is. */
  tell(bundle: Bundle): void;
  /** Gives a notice about an agreement beside all that was told. @param signer where a test forges it; `null`: nobody */
  give(notice: ScenarioNotice, about: Agreement, signer?: string | null): void;
}

/** A source of agreements that says what a test says. */
export function scenarioAgreements(agencies: readonly AgencyEntry[], keys: ScenarioKeys): ScenarioAgreements {
  let latest: BundleNews | undefined;
  const listeners = new Set<(news: BundleNews) => void>();
  const feed = new BundleFeed(async (tell, signal) => {
    if (latest) tell(latest);
    listeners.add(tell);
    signal.addEventListener('abort', () => listeners.delete(tell));
  });
  const tell = (bundle: Bundle) => {
    latest = { is: 'bundle', bundle };
    for (const listener of listeners) listener(latest);
  };
  const sign: ScenarioAgreements['sign'] = (agreements, unsignedBy = []) =>
    bundleOf(agencies, agreements, keys, unsignedBy);
  const put: ScenarioAgreements['put'] = (agreements, unsignedBy) => {
    const bundle = sign(agreements, unsignedBy);
    tell(bundle);
    return bundle;
  };
  const give: ScenarioAgreements['give'] = (notice, about, signer) => {
    if (latest?.is !== 'bundle') throw new Error('there is no agreement yet');
    const { bundle } = latest;
    tell({ ...bundle, notices: [...(bundle.notices ?? []), noticeText(notice, about, keys, signer)] });
  };
  return { feed, put, sign, tell, give };
}

function bundleOf(
  agencies: readonly AgencyEntry[],
  agreements: readonly Agreement[],
  keys: ScenarioKeys,
  unsignedBy: readonly string[],
): Bundle {
  const groups = foundedGroups(agreements.map((agreement) => ({ agreement, digest: digestOf(agreement) })));
  const signatures = agreements.map((agreement) => {
    const signatories = signatoriesOf(agreement, groups);
    const byParty = [...signatories.agencies].flatMap(([party, agency]) => {
      const key = keys.secret.get(agency)?.agreements;
      return key && !unsignedBy.includes(party)
        ? [[party, signAgreement(agreement, party, key, signatories.charters)] as const]
        : [];
    });
    return [agreement.id, Object.fromEntries(byParty)] as const;
  });
  return {
    parties: stringify({ agencies }),
    documents: agreements.map((agreement) => ({
      path: `${agreement.id}.yaml`,
      text: stringify(agreement, { aliasDuplicateObjects: false }),
    })),
    signatures: Object.fromEntries(signatures),
  };
}
