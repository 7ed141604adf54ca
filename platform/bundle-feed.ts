import type { Bundle } from '../policy/bundle.ts';

/** What a source of bundles has to tell. */
export type BundleNews =
  | { readonly is: 'bundle'; readonly bundle: Bundle }
  /** The source was asked, and has nothing newer. */
  | { readonly is: 'same' }
  | { readonly is: 'unreachable'; readonly reason: string };

/** Follows one source until the signal is aborted, telling everything that it learns. Never rejects. */
export type FollowSource = (tell: (news: BundleNews) => void, signal: AbortSignal) => Promise<void>;

/** A source of bundles that any number of parties of one process follow. It is watched while anybody does. */
export class BundleFeed {
  readonly #source: FollowSource;
  readonly #listeners = new Set<(news: BundleNews) => void>();
  #latest: BundleNews | undefined;
  #watching: AbortController | undefined;

  constructor(source: FollowSource) {
    this.#source = source;
  }

  /**
   * Hears of the latest bundle, at once if there is one, and of everything after it.
   * @returns ends it
   */
  follow(listener: (news: BundleNews) => void): () => void {
    this.#listeners.add(listener);
    if (this.#latest) listener(this.#latest);
    if (!this.#watching) this.#watch();
    return () => this.#leave(listener);
  }

  #watch(): void {
    this.#watching = new AbortController();
    const { signal } = this.#watching;
    void this.#source((news) => !signal.aborted && this.#tell(news), signal);
  }

  #tell(news: BundleNews): void {
    if (news.is === 'bundle') this.#latest = news;
    for (const listener of this.#listeners) listener(news);
  }

  #leave(listener: (news: BundleNews) => void): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    this.#watching?.abort();
    this.#watching = undefined;
    this.#latest = undefined;
  }
}
