import { type Contract, type Coordinate, type EntityType } from '../schema/contract.ts';
import { selfAndWider, type Purposes } from '../schema/purposes.ts';
import { givingFor, type RuleBetween } from './between.ts';
import { decide, ownCell, rowsOf, type Cell, type SpeakingRule } from './cell.ts';
import { ALWAYS, NEVER, allOf, anyOf, keyOf, labelsRead, not, type Condition } from './condition/condition.ts';
import { NO_CONSENTS, isEvidence, type ConsentScope, type Consents } from './consents.ts';
import type { Duty } from './duty.ts';
import { coordinatesOf, entityOf, familiesOf } from './families.ts';
import { handlingAllows, type Release } from './handling.ts';
import { NEAREST_FIRST, obstaclesOf, type GrantPurpose, type Obstacle, type Question } from './obstacle.ts';
import type { AgencyEntry } from './parties.ts';
import type { Recipient } from './recipient.ts';
import { speakingRule } from './speaking.ts';
import { ToldConflicts } from './told-conflicts.ts';
import type { ClauseId } from './clause-id.ts';
import type { Disclosure, Rule } from './rule.ts';
import type { ClauseObligations, FindingClause } from './told-clauses.ts';

/** The rows of whole records or cases, by what a hit discloses of them; of SILENT ones the searcher learns nothing. */
export type Levels = Readonly<Record<Disclosure | 'SILENT', Condition>>;

/** Why a coordinate is closed, or may be: told from the grant, never from a row. */
export type Reason =
  'NOT_COVERED' | 'WITHHELD_BY_CLAUSE' | 'ROW_CONDITION' | 'NOT_IN_FORCE' | 'NOTICE_AWAITED' | Obstacle;

/** Rules and parties that a grant is derived from. */
export interface GrantSource {
  readonly digest: string;
  readonly agencies: readonly AgencyEntry[];
  readonly contract: Contract;
  readonly purposes: Purposes;
  readonly ruleOf: (clause: ClauseId) => Rule | undefined;
  /** Rules between an originator and a recipient. */
  readonly between: (originator: string, recipient: string) => readonly RuleBetween[];
  /** Those that would share between them if their agreement were in force. */
  readonly dormant: (originator: string, recipient: string) => readonly RuleBetween[];
  readonly consents: (scope: ConsentScope) => Consents;
  /** Duties of de-confliction. */
  readonly duties: readonly Duty[];
}

/** The ruleset applied to one viewer and purpose. Cells are computed on demand, once. */
export class Grant {
  readonly #source: GrantSource;
  readonly #contract: Contract;
  readonly #question: Question | undefined;
  readonly #cells = new Map<string, Cell>();
  readonly #visible = new Map<string, Condition>();
  readonly #levels = new Map<string, Levels>();
  readonly #consentsMemo = new Map<string, Consents>();
  readonly #releases = new Map<string, Release>();
  readonly #rulesMemo = new Map<string, readonly SpeakingRule[]>();
  readonly #labels = new Map<string, readonly string[]>();
  readonly #conditions = new Map<string, Condition>();
  readonly #families: ReadonlyMap<string, EntityType>;
  /** What the viewer's agency is told of conflicts. */
  readonly conflicts: ToldConflicts;

  constructor(
    source: GrantSource,
    readonly recipient: Recipient,
    /** Without a purpose, only the viewer's own agency's data is open. */
    readonly purpose: GrantPurpose | undefined,
    spent: ReadonlySet<ClauseId>,
  ) {
    this.#source = source;
    this.#contract = source.contract;
    this.#families = familiesOf(this.#contract);
    this.conflicts = new ToldConflicts(recipient.agency, purpose ? source.duties : [], source.purposes);
    this.#question = purpose && questionOf({ recipient, purpose, spent }, source.purposes);
  }

  /** Digest of the ruleset that it was derived from. */
  get ruleset(): string {
    return this.#source.digest;
  }

  /** What the viewer may see of a coordinate (contract's, or an originator's own field) from an originator. */
  cell(originator: string, coordinate: Coordinate): Cell {
    const key = `${originator}/${coordinate}`;
    const cell = this.#cells.get(key) ?? this.#decide(originator, coordinate);
    this.#cells.set(key, cell);
    return cell;
  }

  /**
   * The rows on which an object of a contract type appears: those on which one of its coordinates is shown.
   * An object of which no coordinate is disclosed does not appear at all.
   */
  visible(originator: string, type: string): Condition {
    const key = `${originator}/${type}`;
    const rows = this.#visible.get(key) ?? this.#appears(originator, type);
    this.#visible.set(key, rows);
    return rows;
  }

  /** What hits disclose of an originator's records or cases. */
  levels(originator: string, family: EntityType): Levels {
    const key = `${originator}/${family}`;
    const levels = this.#levels.get(key) ?? this.#disclosures(originator, family);
    this.#levels.set(key, levels);
    return levels;
  }

  /** Clauses by which objects of an originator are told of: those that show any field of them, or that they exist. */
  tellingClauses(originator: string, family: EntityType): readonly ClauseId[] {
    const cells = this.#coordinatesIn(originator, family, family).map((coordinate) =>
      this.cell(originator, coordinate),
    );
    const showing = cells.filter(({ rows }) => rows !== NEVER).flatMap(({ shares }) => shares);
    const { CONTACT, EXISTS } = this.levels(originator, family);
    if (CONTACT === NEVER && EXISTS === NEVER) return [...new Set(showing)];
    const telling = this.#rules(originator).filter(
      (rule) => rule.effect === 'share' && (rule.disclosure === 'CONTACT' || rule.disclosure === 'EXISTS'),
    );
    const told = telling.filter((rule) => rule.rows(family) !== NEVER).map((rule) => rule.id);
    return [...new Set([...showing, ...told])];
  }

  /**
   * Clauses by which the viewer's own agency shares anything with another one for an area of crime, whoever asks there and
   * whatever it has: those by which the two work together.
   */
  givingClauses(recipient: string, area: string): readonly ClauseId[] {
    return givingFor(area, this.#source.between(this.recipient.agency, recipient), this.#source.purposes);
  }

  /** Clauses by which objects are found, and told of without being shown, by the value of a field. */
  findingClauses(originator: string, coordinate: Coordinate): readonly FindingClause[] {
    const { told, silent } = this.cell(originator, coordinate);
    return this.#rules(originator).flatMap(({ id, effect, disclosure, coordinates }) => {
      if (effect !== 'share' || disclosure === 'FULL' || !coordinates?.has(coordinate)) return [];
      return (disclosure === 'SILENT' ? silent : told[disclosure]) === NEVER ? [] : [{ clause: id, disclosure }];
    });
  }

  /** Clauses by which an originator is told, and nobody else, of a search for its objects by these fields. */
  silentClauses(originator: string, family: EntityType, coordinates: readonly Coordinate[]): readonly ClauseId[] {
    return this.#rules(originator)
      .filter((rule) => rule.effect === 'share' && rule.disclosure === 'SILENT' && rule.rows(family) !== NEVER)
      .filter((rule) => coordinates.some((coordinate) => rule.coordinates?.has(coordinate)))
      .map((rule) => rule.id);
  }

  /** Names of the labels of a family that conditions of this grant read, on data of an originator. Sorted. */
  labels(originator: string, family: EntityType): readonly string[] {
    const key = `${originator}/${family}`;
    const names = this.#labels.get(key) ?? this.#read(originator, family);
    this.#labels.set(key, names);
    return names;
  }

  /** Why a coordinate is closed, or may be on an object that appears; undefined: it is shown wherever the object is. */
  reason(originator: string, coordinate: Coordinate): { reason: Reason; clauses: readonly ClauseId[] } | undefined {
    const { rows, shares, withholds, closedBy } = this.cell(originator, coordinate);
    const object = this.#around(originator, coordinate);
    if (rows !== NEVER && keyOf(rows) === keyOf(object)) return undefined;
    if (rows !== NEVER) return { reason: 'ROW_CONDITION', clauses: [...shares, ...withholds] };
    if (closedBy.length > 0) return { reason: 'WITHHELD_BY_CLAUSE', clauses: closedBy };
    return this.#missing(originator, coordinate) ?? { reason: 'NOT_COVERED', clauses: [] };
  }

  /** What the recipient owes for what these clauses disclose; those that ask for nothing are left out. */
  obligations(clauses: readonly ClauseId[]): readonly ClauseObligations[] {
    return clauses.flatMap((clause) => {
      const obligations = this.#source.ruleOf(clause)?.obligations;
      return obligations ? [{ clause, obligations }] : [];
    });
  }

  /** Whether a clause releases in spite of what others withhold, because life is in danger. */
  isOverride(clause: ClauseId): boolean {
    return this.#source.ruleOf(clause)?.override ?? false;
  }

  /** Clauses that would show it if one thing were different: what lacks least is named. */
  #missing(originator: string, coordinate: Coordinate): { reason: Reason; clauses: readonly ClauseId[] } | undefined {
    const naming = ({ rule }: RuleBetween) =>
      rule.effect === 'share' && rule.disclosure === 'FULL' && rule.coordinates?.has(coordinate);
    const live = this.#source.between(originator, this.recipient.agency).filter(naming);
    const awaiting = this.#awaiting(originator, coordinate);
    if (awaiting.length > 0) return { reason: 'NOTICE_AWAITED', clauses: awaiting };
    for (const reason of NEAREST_FIRST) {
      const clauses = live.filter(({ rule }) => this.#lacks(rule) === reason).map(({ rule }) => rule.id);
      if (clauses.length > 0) return { reason, clauses };
    }
    const inForce = new Set(live.map(({ rule }) => rule.id));
    const dormant = this.#source
      .dormant(originator, this.recipient.agency)
      .filter((between) => naming(between) && !inForce.has(between.rule.id));
    if (dormant.length === 0) return undefined;
    return { reason: 'NOT_IN_FORCE', clauses: dormant.map(({ rule }) => rule.id) };
  }

  /** Clauses that speak, and of no object yet: the originator has released none for the request, or consented to none. */
  #awaiting(originator: string, coordinate: Coordinate): readonly ClauseId[] {
    const family = this.#familyOf(originator, coordinate);
    return this.#rules(originator)
      .filter((rule) => rule.effect === 'share' && rule.disclosure === 'FULL' && rule.coordinates?.has(coordinate))
      .filter((rule) => family !== 'LiaisonContact' && rule.rows(family) === NEVER)
      .filter((rule) => rule.needs.some((need) => need !== 'match'))
      .map((rule) => rule.id);
  }

  /** Of several obstacles the one that is hardest to overcome. */
  #lacks(rule: Rule): Obstacle | undefined {
    const obstacles = this.#question ? obstaclesOf(rule, this.#question) : ['PURPOSE_NOT_COVERED' as const];
    return NEAREST_FIRST.findLast((obstacle) => obstacles.includes(obstacle));
  }

  #decide(originator: string, coordinate: Coordinate): Cell {
    if (originator === this.recipient.agency) return ownCell(coordinate);
    const family = this.#familyOf(originator, coordinate);
    const cell = decide(coordinate, family, this.#rules(originator), this.#release(originator));
    const treatments = cell.treatments.map(({ treatment, rows }) => ({ treatment, rows: this.#same(rows) }));
    return { ...cell, rows: this.#same(cell.rows), treatments };
  }

  /** Equal conditions as one object, so that what is known of one on a row is known of all. */
  #same(condition: Condition): Condition {
    const key = keyOf(condition);
    const known = this.#conditions.get(key) ?? condition;
    this.#conditions.set(key, known);
    return known;
  }

  #appears(originator: string, type: string): Condition {
    if (originator === this.recipient.agency) return ALWAYS;
    const family = this.#families.get(type);
    return this.#same(anyOf(this.#coordinatesIn(originator, type, family).map((c) => this.cell(originator, c).rows)));
  }

  /** A container's own coordinates; for an entity those of its containers too, and the fields that its agency adds. */
  #coordinatesIn(originator: string, type: string, family: EntityType | undefined): readonly Coordinate[] {
    if (family === type) return [...coordinatesOf(this.#contract, family), ...this.#addedTo(originator, family)];
    return [...this.#contract.governed.values()]
      .filter((field) => field.type === type)
      .map((field) => field.coordinate);
  }

  #disclosures(originator: string, family: EntityType): Levels {
    const full = this.visible(originator, family);
    const searched = family === 'Record' || family === 'Case';
    if (originator === this.recipient.agency || !searched)
      return { FULL: full, CONTACT: NEVER, EXISTS: NEVER, SILENT: NEVER };
    const rules = this.#rules(originator);
    const closed = rowsOf(
      rules.filter((rule) => rule.effect === 'withhold' && !rule.coordinates),
      family,
    );
    const open = allOf([not(closed), handlingAllows(family, this.#release(originator))]);
    const rows = (disclosure: Disclosure | 'SILENT') =>
      allOf([
        rowsOf(
          rules.filter((rule) => rule.effect === 'share' && rule.disclosure === disclosure),
          family,
        ),
        open,
      ]);
    return { FULL: full, CONTACT: rows('CONTACT'), EXISTS: rows('EXISTS'), SILENT: rows('SILENT') };
  }

  #read(originator: string, family: EntityType): readonly string[] {
    const families: readonly EntityType[] = ['Record', 'Case', 'LiaisonContact', 'Person', 'Group', 'Organization'];
    const refs = families.flatMap((other) => this.#conditionsOf(originator, other)).flatMap(labelsRead);
    const names = refs.filter((ref) => ref.owners.includes(family)).map((ref) => ref.name);
    return [...new Set(names)].sort();
  }

  #conditionsOf(originator: string, family: EntityType): readonly Condition[] {
    const coordinates = [...coordinatesOf(this.#contract, family), ...this.#ownFieldsOf(originator, family)];
    const cells = coordinates.map((coordinate) => this.cell(originator, coordinate));
    const levels = this.levels(originator, family);
    return [
      ...cells.flatMap((cell) => [
        cell.rows,
        cell.told.CONTACT,
        cell.told.EXISTS,
        cell.silent,
        ...cell.treatments.map(({ rows }) => rows),
      ]),
      ...Object.values(levels),
    ];
  }

  /** The rules that speak: between these agencies, for this viewer, purpose and stage. */
  #rules(originator: string): readonly SpeakingRule[] {
    const known = this.#rulesMemo.get(originator);
    if (known) return known;
    const question = this.#question;
    const speaking = question
      ? this.#source
          .between(originator, this.recipient.agency)
          .filter(({ rule }) => obstaclesOf(rule, question).length === 0)
      : [];
    const consents = this.#consents(originator);
    const rules = speaking.map((between) => speakingRule(between, this.#question!.purpose, consents, this.#isEvidence));
    this.#rulesMemo.set(originator, rules);
    return rules;
  }

  get #isEvidence(): boolean {
    return this.#question !== undefined && isEvidence(this.#question.purpose.use, this.#source.purposes);
  }

  #release(originator: string): Release {
    const known = this.#releases.get(originator);
    if (known) return known;
    const { agency: recipient } = this.recipient;
    const release = { recipient, consents: this.#consents(originator), evidence: this.#isEvidence };
    this.#releases.set(originator, release);
    return release;
  }

  #consents(originator: string): Consents {
    if (!this.purpose) return NO_CONSENTS;
    const scope = { originator, recipient: this.recipient.agency, purpose: this.purpose };
    const consents = this.#consentsMemo.get(originator) ?? this.#source.consents(scope);
    this.#consentsMemo.set(originator, consents);
    return consents;
  }

  /** Coordinates outside the contract that clauses name: fields of the originator's own types. */
  #ownFieldsOf(originator: string, family: EntityType): readonly Coordinate[] {
    const named = this.#rules(originator).flatMap((rule) => [...(rule.coordinates ?? [])]);
    return [...new Set(named)].filter(
      (coordinate) => !this.#contract.governed.has(coordinate) && this.#familyOf(originator, coordinate) === family,
    );
  }

  /**
   * INVARIANT: an originator's objects appear by fields of their own type, and by no others that it answers: not by what
   * it adds to another agency's objects, its root fields, or its other types.
   */
  #addedTo(originator: string, family: EntityType): readonly Coordinate[] {
    const own = this.#source.agencies.find(({ code }) => code === originator);
    return this.#ownFieldsOf(originator, family).filter(
      (coordinate) => own && entityOf(coordinate.slice(0, coordinate.indexOf('.')), own) === family,
    );
  }

  /** The rows on which the object of a field appears; of a root field, and of what is added elsewhere, by such fields. */
  #around(originator: string, coordinate: Coordinate): Condition {
    if (originator === this.recipient.agency) return ALWAYS;
    const family = this.#familyOf(originator, coordinate);
    const isOwn = this.#contract.governed.has(coordinate) || this.#addedTo(originator, family).includes(coordinate);
    if (isOwn) return this.visible(originator, family);
    const type = coordinate.slice(0, coordinate.indexOf('.') + 1);
    const beside = this.#ownFieldsOf(originator, family).filter((other) => other.startsWith(type));
    const asked = type === 'Query.' ? [coordinate] : beside;
    return anyOf(asked.map((other) => this.cell(originator, other).rows));
  }

  #familyOf(originator: string, coordinate: Coordinate): EntityType {
    const type = coordinate.slice(0, coordinate.indexOf('.'));
    const known =
      this.#families.get(type) ??
      this.#agencies(originator)
        .map((a) => entityOf(type, a))
        .find(Boolean);
    return known ?? 'Record';
  }

  /** The originator's own types first; a field may also extend another agency's type. */
  #agencies(originator: string): readonly AgencyEntry[] {
    return [...this.#source.agencies].sort((a, b) => Number(b.code === originator) - Number(a.code === originator));
  }
}

/**
 * What clauses are asked. Undefined: the purpose is none.
 * INVARIANT: an area or a use that the taxonomy does not have is covered by no clause. Else a clause that withholds for some
 * purposes could be passed by one that nobody has agreed on, which a gateway in wrong hands may state.
 */
function questionOf(
  asked: Pick<Question, 'recipient' | 'purpose' | 'spent'>,
  taxonomy: Purposes,
): Question | undefined {
  const areas = selfAndWider(taxonomy.areas, asked.purpose.area);
  const uses = selfAndWider(taxonomy.uses, asked.purpose.use);
  return areas.length > 0 && uses.length > 0 ? { ...asked, areas, uses } : undefined;
}
