import { join } from 'node:path';
import { readNotice } from '../../policy/document/read-notice.ts';
import type { Notice, SignedNotice } from '../../policy/notice.ts';
import { signNotice, verifyNotices } from '../../policy/signature/notices.ts';
import { createFile } from '../../platform/atomic-write.ts';
import { makeFolder } from '../../platform/make-folder.ts';
import { readPrivateKey } from '../private-key.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT, UsageError } from '../usage.ts';
import { declare, type Draft } from './draft.ts';
import { effectsOf } from './effects.ts';
import { readGround, type Ground } from './ground.ts';
import { effectsInWords } from './in-words.ts';
import type { NoticeOptions } from './options.ts';

/** What a verb gives. */
export interface Giving {
  readonly kind: Notice['kind'];
  /** Id of the agreement. */
  readonly agreement: string;
  readonly options: NoticeOptions;
  readonly draft: Draft;
}

/**
 * Makes a notice, signs it, puts it where notices are kept, and tells what it does.
 * INVARIANT: what the other parties would not believe is not written.
 * @throws UsageError when it cannot be
 */
export async function give({ kind, agreement, options, draft }: Giving, { print }: Terminal): Promise<number> {
  const key = await readPrivateKey(options.key);
  const ground = await readGround(agreement, options);
  const notice = wellFormed(draft(declare(kind, ground, options), ground));
  const signature = signNotice(notice, key);
  const signed = believed(notice, signature, ground);
  const effects = effectsOf(signed, ground);
  const path = await keep(notice, signature, options.notices);
  if (options.json) print(JSON.stringify({ path, ...effects, notice }, null, 2));
  else [...effectsInWords(effects, notice), `written: ${path}`].forEach(print);
  return EXIT.fine;
}

function wellFormed(notice: Notice): Notice {
  const read = readNotice(notice);
  if (read.kind === 'valid') return read.notice;
  throw new UsageError(`no notice can say this: ${read.why}`);
}

/** Checks it as the others will. */
function believed(notice: Notice, signature: string, { opened, keys, party }: Ground): SignedNotice {
  const { notices, reports } = verifyNotices([{ notice, signature }], opened.agreements, keys);
  const [signed] = notices;
  if (signed) return signed;
  throw new UsageError(`nobody would believe this notice of ${party}: ${reports[0]?.why}; nothing was written`);
}

async function keep(notice: Notice, signature: string, folder: string): Promise<string> {
  const path = join(folder, `${notice.notice}.json`);
  makeFolder(folder);
  const written = await createFile(path, `${JSON.stringify({ notice, signature }, null, 2)}\n`);
  if (!written) throw new UsageError(`there is a notice \`${path}\` already: give it again`);
  return path;
}
