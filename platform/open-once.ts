import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { openBundle, type Bundle, type OpenedBundle } from '../policy/bundle.ts';
import type { Vocabulary } from '../policy/document/world.ts';
import type { Parties } from '../policy/parties.ts';
import type { PartyKeys } from '../policy/signature/keys.ts';
import { writeBundle } from './bundle-wire.ts';

const MOST_BUNDLES = 16;

/**
 * Opens bundles against the keys, and the parties, that one party pinned. Parties of one process that pinned the same
 * check a bundle once.
 * @param parties absent: a bundle says itself who they are, for authors, whose own folder it is
 */
export function bundleOpener(
  keys: PartyKeys,
  vocabulary: Vocabulary,
  parties?: Parties,
): (bundle: Bundle) => OpenedBundle {
  const pinned = fingerprint([Object.fromEntries(keys), [...vocabulary.ownFields].sort(), parties ?? null]);
  return (bundle) => {
    const id = `${pinned} ${writeBundle(bundle).digest}`;
    const known = opened.get(id);
    const value =
      known?.vocabulary.contract === vocabulary.contract ? known.value : openBundle(bundle, keys, vocabulary, parties);
    remember(id, { vocabulary, value });
    return value;
  };
}

interface Opened {
  readonly vocabulary: Vocabulary;
  readonly value: OpenedBundle;
}

const opened = new Map<string, Opened>();

/** Keeps those used last. */
function remember(id: string, value: Opened): void {
  opened.delete(id);
  opened.set(id, value);
  for (const oldest of opened.keys()) if (opened.size > MOST_BUNDLES) opened.delete(oldest);
}

function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('base64url');
}
