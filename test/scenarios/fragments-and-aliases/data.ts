import { aCase, aContact, aGroup, anOrganization, aPerson, aRecord } from '../../agency/samples.ts';

/** The same of every agency, under its own name. */
function held(originator: string) {
  const contact = aContact({ originator });
  const person = aPerson({ originator });
  const group = aGroup({ originator, memberIds: [person.id] });
  const organization = anOrganization({ originator, directorIds: [person.id] });
  const subjectIds = [person.id, group.id, organization.id];
  const theCase = aCase({ originator, contactId: contact.id, subjectIds, title: `Case of ${originator}` });
  const report = aRecord({
    originator,
    caseId: theCase.id,
    contactId: contact.id,
    subjectIds,
    title: `Report of ${originator}`,
    narrative: `Secret of ${originator}`,
    own: originator === 'ICE' ? { seizureNumber: '2010-SZ-1' } : {},
  });
  const intercept = aRecord({
    originator,
    kind: 'WIRETAP_INTERCEPT',
    title: `Intercept of ${originator}`,
    caseId: theCase.id,
    investigation: null,
    intercept: {
      line: '+12025550177',
      courtOrder: 'W-1',
      court: 'D. Nev.',
      authorizedFrom: '2010-01-01',
      authorizedUntil: '2010-02-01',
      sessions: [
        {
          startedAt: '2010-01-02T09:30:00Z',
          durationSeconds: 61,
          summary: 'A call.',
          transcript: null,
          minimized: true,
        },
      ],
    },
  });
  return [contact, person, group, organization, theCase, report, intercept];
}

export const DATA = { ICE: held('ICE'), FBI: held('FBI'), DEA: held('DEA') };
