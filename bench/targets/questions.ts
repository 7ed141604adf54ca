import { unseal } from '../../matching/sealed.ts';
import type { SelectorKind } from '../../schema/selectors.ts';
import { listLeads } from '../../subgraphs/index/leads/read.ts';
import type { LeadRule } from '../../subgraphs/index/leads/rules.ts';
import { profileOf } from '../../subgraphs/index/profile/profile.ts';
import type { IndexRequest } from '../../subgraphs/index/request.ts';
import type { Question } from '../index/questions.ts';
import type { Samples } from '../index/samples.ts';
import { LOOKED_AT, type BenchLeads } from './leads.ts';

/** What is asked of an index. */
interface AskedOfTargets {
  readonly request: () => IndexRequest;
  readonly samples: Samples;
  readonly leads: BenchLeads;
}

/** Every question, by the code that the index answers with: what agencies are then asked is not among it. */
export function targetQuestions({ request, samples, leads }: AskedOfTargets): readonly Question[] {
  const profile = (kind: SelectorKind, texts: readonly string[], n: number) =>
    profileOf({ kind, tokens: unseal(texts[n % texts.length]!)! }, 50, request());
  const page = async (rules?: readonly LeadRule[]) => {
    const seen = await listLeads(request(), { entered: false, rules }, { after: undefined, most: 21 });
    if (seen?.length !== 21) throw new Error('there is no whole page of leads to be read');
  };
  return [
    { name: 'target profile by a telephone', times: 50, ask: (n) => profile('PHONE', samples.phones, n) },
    { name: 'target profile by a person', times: 50, ask: (n) => profile('NAME_AND_BIRTH', samples.persons, n) },
    { name: 'finding the leads of a case', times: LOOKED_AT, ask: leads.look },
    { name: 'page of 20 leads', times: 50, ask: () => page() },
    {
      name: 'page of 20 leads into new districts',
      times: 50,
      ask: () => page(['NEW_DISTRICT']),
    },
  ];
}
