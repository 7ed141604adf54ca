import { learnedFrom } from '../policy/archive.ts';
import type { AgreementReport, Bundle, OpenedBundle } from '../policy/bundle.ts';
import type { AgreementAt } from '../policy/lifecycle.ts';
import type { Ruleset } from '../policy/ruleset.ts';
import type { Archive } from './archive.ts';
import type { BundleFeed, BundleNews } from './bundle-feed.ts';
import { writeBundle, type WrittenBundle } from './bundle-wire.ts';
import { rememberOnce } from './remember-once.ts';
import { NOTHING_OPENED, rulesetAt } from './ruleset-at.ts';

const MAX_AGE_SECONDS = 300;
const TICK_MILLISECONDS = 500;

/** What a rulebook follows and how. */
export interface RulebookOptions {
  readonly feed: BundleFeed;
  /** Checks a bundle against the keys that this party pinned: `bundleOpener(keys)`. */
  readonly open: (bundle: Bundle) => OpenedBundle;
  /** What the party has verified so far: `openArchive(…)`. Absent: it forgets what is left out, and what that withheld. */
  readonly archive?: Archive;
  /** For how long, in seconds, the last bundle counts when its source cannot be reached. Default 300. */
  readonly maxAgeSeconds?: number;
  /** A clock that only runs forward, in milliseconds. */
  readonly clock?: () => number;
}

/** Whether the agreements that a rulebook holds count. When they do not, nothing is disclosed to others. */
export type Standing =
  | { readonly is: 'current' }
  | { readonly is: 'none'; readonly reason: string }
  | { readonly is: 'outdated'; readonly reason: string };

/** What a party's archive has to tell its operators. */
export interface Archived {
  /** Agreements that every party signed, and that no longer arrive so: they withhold, and share nothing. */
  readonly absent: readonly string[];
  /** Agreements that arrive in a text whose place a newer one has taken. */
  readonly outdated: readonly string[];
  /** Undefined: all is on disk, or soon will be. */
  readonly trouble: string | undefined;
}

interface Held {
  readonly bundle: Bundle;
  readonly opened: OpenedBundle;
  readonly written: WrittenBundle;
}

/** The agreements as one party verified them itself, kept current. */
export class Rulebook {
  readonly #options: RulebookOptions;
  readonly #clock: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #leave: () => void;
  readonly #tick: NodeJS.Timeout;
  #held: Held | undefined;
  #confirmedAt = 0;
  #failure = 'no bundle of agreements has arrived yet';
  #told = '';
  #heard: () => void = () => undefined;

  /** Resolves when the source has answered, or failed to, for the first time. */
  readonly ready = new Promise<void>((resolve) => (this.#heard = resolve));

  constructor(options: RulebookOptions) {
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
    this.#leave = options.feed.follow((news) => this.#hear(news));
    this.#tick = setInterval(() => this.#tellIfChanged(), TICK_MILLISECONDS).unref();
  }

  /** The ruleset at an instant; one without rules when no agreement counts, or one does not compile. */
  at(now: Date): Ruleset {
    try {
      return rulesetAt(this.opened, now);
    } catch {
      return rulesetAt(NOTHING_OPENED, now);
    }
  }

  /** The verified agreements and the parties; none when the source has been silent for too long. */
  get opened(): OpenedBundle {
    return this.#current?.opened ?? NOTHING_OPENED;
  }

  /** What became of each document, and why. */
  get reports(): readonly AgreementReport[] {
    return this.opened.reports;
  }

  /** The bundle itself, for those who check it for themselves. */
  get bundle(): WrittenBundle | undefined {
    return this.#current?.written;
  }

  /** Ids of agreements that are kept from this party, and why not all that it knows is on disk. For its operators. */
  get archived(): Archived {
    const standing = [...this.at(new Date()).standing.values()];
    const ids = (status: AgreementAt['status']) =>
      standing.filter((agreement) => agreement.status === status).map(({ agreement }) => agreement.id);
    return { absent: ids('absent'), outdated: ids('outdated'), trouble: this.#options.archive?.trouble };
  }

  get standing(): Standing {
    if (this.#current) return { is: 'current' };
    return { is: this.#held ? 'outdated' : 'none', reason: this.#failure };
  }

  /**
   * Tells of every new bundle, and when another ruleset applies: an agreement lapsed, the source fell silent.
   * @returns ends it
   */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Checks the bundle that it holds anew: the keys that this party pinned are others now. */
  reopen(): void {
    if (!this.#held) return;
    this.#hold(this.#held.bundle);
    this.#tell();
  }

  stop(): void {
    clearInterval(this.#tick);
    this.#leave();
  }

  get #current(): Held | undefined {
    const age = this.#clock() - this.#confirmedAt;
    return age <= (this.#options.maxAgeSeconds ?? MAX_AGE_SECONDS) * 1000 ? this.#held : undefined;
  }

  #hear(news: BundleNews): void {
    if (news.is === 'unreachable') this.#failure = news.reason;
    else this.#confirmedAt = this.#clock();
    if (news.is === 'bundle') this.#hold(news.bundle);
    this.#heard();
    if (news.is === 'bundle') this.#tell();
    else this.#tellIfChanged();
  }

  /** A bundle that cannot be opened at all replaces the one before it: nobody knows what it took back. */
  #hold(bundle: Bundle): void {
    try {
      const opened = this.#remembering(this.#options.open(bundle), bundle);
      this.#held = { bundle, opened, written: writeBundle(bundle) };
    } catch {
      this.#held = undefined;
      this.#failure = 'the bundle of agreements cannot be opened';
    }
  }

  #remembering(opened: OpenedBundle, bundle: Bundle): OpenedBundle {
    const { archive } = this.#options;
    if (!archive) return opened;
    archive.keep(learnedFrom(opened, bundle, archive.remembered, new Date()));
    return rememberOnce(opened, archive.remembered);
  }

  #tellIfChanged(): void {
    if (this.at(new Date()).digest !== this.#told) this.#tell();
  }

  #tell(): void {
    this.#told = this.at(new Date()).digest;
    for (const listener of [...this.#listeners]) listener();
  }
}
