import { archiveFolder, openArchive } from '../platform/archive.ts';
import type { BundleFeed } from '../platform/bundle-feed.ts';
import { bundleOpener } from '../platform/open-once.ts';
import { Rulebook } from '../platform/rulebook.ts';
import type { Bundle } from '../policy/bundle.ts';
import type { Pinned } from './party.ts';

/** A party's own copy of the agreements, kept current. */
export interface Followed {
  readonly rulebook: Rulebook;
  /** Ends it, when all that it remembers is on disk. */
  stop(): Promise<void>;
}

/**
 * Follows the agreements of a feed for one party: verified against the keys and parties that it pinned, beside what it
 * has verified before. Resolves when the source has answered, or failed to.
 * @param name the party's code, or `gateway`, `index`, `registry`: each has an archive of its own
 * @throws Error when its archive cannot be read or written
 */
export async function follow(
  name: string,
  feed: BundleFeed,
  { agencies, keys, onKeys, vocabulary, log, kept }: Pinned,
  { home }: { readonly home: string },
): Promise<Followed> {
  const archive = await openArchive(archiveFolder(home, name), (trouble) =>
    log.error({ party: name, trouble }, 'not all that was verified is on disk'),
  );
  const open = (bundle: Bundle) => bundleOpener(keys(), vocabulary, { agencies })(bundle);
  const rulebook = new Rulebook({ feed, open, archive });
  onKeys(() => rulebook.reopen());
  const tell = () => kept.found(name, keptFrom(rulebook));
  const leave = rulebook.onChange(tell);
  await rulebook.ready;
  tell();
  return {
    rulebook,
    async stop() {
      leave();
      rulebook.stop();
      await archive.settled();
    },
  };
}

/** Agreements that operators should look after. Undefined: none. */
function keptFrom({ archived: { absent, outdated } }: Rulebook) {
  return absent.length > 0 || outdated.length > 0 ? { absent, outdated } : undefined;
}
