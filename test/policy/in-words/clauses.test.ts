import { conditionsInWords } from '../../../policy/in-words/conditions.ts';
import { dutiesInWords } from '../../../policy/in-words/duties.ts';
import { RICH } from '../document/rich.ts';

const [everything, withholding, matching, life] = RICH.clauses;

describe('a clause as its readers say it', () => {
  it('says of which objects, for what and to whom it shares', () => {
    expect(conditionsInWords(everything!)).toEqual([
      'Only records of the kind report of investigation and cases, and what is in them.',
      'Of persons, only those whose part in the matter is suspect.',
      'Only where (its crime areas include trafficking in drugs, and its crime areas do not include tax offences), and its reference is not x, and (the record’s day of recording is from the day on which the recipient joined until 2020-01-01, both included, or the person is not under 18 years of age).',
      'Only for work on trafficking in drugs.',
      'Only for this use: criminal investigation.',
      'Only for this kind of search: by name and date of birth.',
      'From the stage `match` on: only objects whose match the viewer’s own staff has confirmed.',
      'Only objects that a notice of the originator releases for the request.',
      'Only for an offence that may be punished, where the viewer works, with at least 6 months.',
      'Only for viewers in the role intelligence analyst.',
      'Only for viewers trained in handling of personal data.',
      'Only for viewers cleared for secret or higher.',
      'Only for the named officers DEA:officer-1.',
      'Only for the agency’s contact point.',
      'Only to members of the recipient groups whose part is active or limited.',
      'Only objects to which a notice of the originator consents, for the use that the purpose states.',
      'Who does not share under this clause does not receive under it.',
    ]);
  });

  it('says what is owed for it', () => {
    expect(dutiesInWords(everything!)).toEqual([
      'The originator is told of every answer.',
      'The recipient deletes it after 30 days.',
      'Wherever the recipient uses it, it names the source: “ICE”.',
      'A recipient agency may search 10 times a day under it, by name and date of birth; a search shows at most 5 hits.',
      'Not as evidence unless a notice of the originator consents.',
      'It is passed on to nobody.',
      'The recipient keeps a record of each time it passes something on.',
    ]);
  });

  it('says what it withholds, and from whom', () => {
    expect(conditionsInWords(withholding!)).toEqual([
      'Only where the person is a national of the country of the originator.',
      'Only for this use: strategic analysis.',
      'Only withheld from viewers in the role auditor.',
    ]);
    expect(dutiesInWords(withholding!)).toEqual([]);
  });

  it('says what is matched, and who is told', () => {
    expect(conditionsInWords(matching!)).toEqual([]);
    expect(dutiesInWords(matching!)).toEqual([
      'Targets of ICE and those of DEA are matched by phone.',
      'Operations of ICE and those of DEA are matched within 100 metres and 1 hour.',
      'Only in work on trafficking in drugs.',
      'On a match, both are told: that there is a match, and whom to call.',
      'The operation waits until the two have agreed, and if it goes second, until the first is over.',
      'The other side answers within 24 hours.',
    ]);
  });

  it('says what a threat to life releases', () => {
    expect(conditionsInWords(life!)).toEqual([
      'Only for this use: averting a threat to life.',
      'For a threat to life: released although clauses withhold it and the originator’s marks restrict it, save what a third party gave.',
    ]);
  });

  it('says nothing of a clause that speaks of everything, nor of one without effect', () => {
    const whole = { id: '1', text: 'All.', share: { from: ['ICE'], to: ['DEA'], categories: ['FINANCIAL'] } };
    expect(conditionsInWords(whole)).toEqual([]);
    expect(conditionsInWords({ id: '2', text: 'Both work together.' })).toEqual([]);
  });
});
