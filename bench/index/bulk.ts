// The same rows by three ways into the same indexed tables: PostgreSQL's COPY alone, the merge of a load, and the command.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { newBlindingKeys, printBlindingKeys } from '../../platform/blinding-file.ts';
import { ensurePartyKeys, readJson } from '../../platform/party-keys.ts';
import type { PublishedKeys } from '../../policy/signature/keys.ts';
import { answerLoad } from '../../subgraphs/index/contribution/load/answer.ts';
import { copyText } from '../../subgraphs/index/contribution/load/copy-text.ts';
import { readLoad } from '../../subgraphs/index/contribution/load/read.ts';
import { serveContributions } from '../../subgraphs/index/contribution/route.ts';
import { POINTER_COLUMNS, rowOf } from '../../subgraphs/index/contribution/row.ts';
import type { PrismaClient } from '../../subgraphs/index/prisma/generated/client.ts';
import { clearLine, entryOf, type MadeUp } from './holdings.ts';

/** A way into the index; how long it took for so many pointers, in seconds. */
export interface Way {
  readonly name: 'COPY' | 'merge' | 'command';
  readonly load: (made: readonly MadeUp[]) => Promise<number>;
}

const AGENCY = 'ICE';
const LINES_AT_ONCE = 2000;

/** COPY into the tables themselves: it looks nothing up, replaces nothing, and keeps no account. */
export function copying(pool: Pool): Way {
  const names = POINTER_COLUMNS.map(({ name }) => name);
  return {
    name: 'COPY',
    load: async (made) => {
      const rows = made.map((one) => rowOf(entryOf(one)));
      const pointers = rows.map((row) =>
        copyText([
          row['id'],
          row['type'],
          AGENCY,
          ...names.map((name) => (name === 'subjects' ? JSON.stringify(row[name]) : row[name])),
        ]),
      );
      const selectors = rows.flatMap((row) =>
        (row['blinds'] as string[]).map((blind, at) =>
          copyText([
            blind,
            row['id'],
            (row['sources'] as number[])[at],
            (row['subject_places'] as number[])[at],
            AGENCY,
          ]),
        ),
      );
      const client = await pool.connect();
      const begun = performance.now();
      await client.query('BEGIN');
      for (const [target, texts] of [
        [`pointer (id, type, originator, ${names.join(', ')})`, pointers],
        ['selector (blind, pointer, source, subject, originator)', selectors],
      ] as const) {
        const copy = client.query(copyFrom(`COPY ${target} FROM STDIN`));
        copy.end(texts.join(''));
        await finished(copy);
      }
      await client.query('COMMIT');
      client.release();
      return secondsSince(begun);
    },
  };
}

/** What the index does with batches as they arrive: reads them, copies them in, merges them, and books them. */
export function merging(pool: Pool): Way {
  return {
    name: 'merge',
    load: async (made) => {
      const bodies: string[] = [];
      const load = `bench-${randomUUID()}`;
      for (let from = 0; from < made.length; from += LINES_AT_ONCE) {
        const entries = made
          .slice(from, from + LINES_AT_ONCE)
          .map((one, at) => ({ line: from + at + 1, ...entryOf(one) }));
        bodies.push(
          JSON.stringify({
            agency: AGENCY,
            load,
            step: 'LINES',
            from,
            until: from + entries.length,
            rejected: 0,
            entries,
          }),
        );
      }
      await answerLoad(pool, { agency: AGENCY, load, step: 'BEGIN', again: false });
      const begun = performance.now();
      // As the command does it: one is read while the one before is merged.
      let before: Promise<unknown> = Promise.resolve();
      for (const body of bodies) {
        const next = answerLoad(pool, readLoad(JSON.parse(body)));
        await before;
        before = next;
      }
      await before;
      return secondsSince(begun);
    },
  };
}

/** The whole way of a file: the command in a process of its own, the index in this one. */
export function commanding(pool: Pool, database: PrismaClient): Way {
  return {
    name: 'command',
    load: async (made) => {
      const folder = mkdtempSync(join(tmpdir(), 'concordat-bench-load-'));
      const app = Fastify({ forceCloseConnections: true });
      try {
        await ensurePartyKeys(folder, AGENCY);
        const keys = (await readJson<PublishedKeys>(join(folder, 'keys', `${AGENCY}.jwks.json`)))!;
        writeFileSync(join(folder, 'private', 'blinding.json'), printBlindingKeys(newBlindingKeys()));
        const file = join(folder, 'holdings.ndjson');
        writeFileSync(file, made.map((one) => `${JSON.stringify(clearLine(one))}\n`).join(''));
        app.removeAllContentTypeParsers();
        app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
        serveContributions(app, { database, loads: pool, keysOf: () => keys.service });
        const index = await app.listen({ port: 0, host: '127.0.0.1' });
        const begun = performance.now();
        await command(file, index, folder);
        return secondsSince(begun);
      } finally {
        await app.close();
        rmSync(folder, { recursive: true });
      }
    },
  };
}

const CONCORDAT = fileURLToPath(new URL('../../cli/concordat.mjs', import.meta.url));

async function command(file: string, index: string, home: string): Promise<void> {
  const args = [CONCORDAT, 'contribute', AGENCY, file, '--index', index, '--home', home];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (text) => (told += String(text)));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new Error(`the command ended with ${status}: ${told.slice(-500)}`);
}

/** Takes away what a way brought, so that the next finds the index as it was. */
export async function takeAway(pool: Pool, made: readonly MadeUp[]): Promise<void> {
  const ids = made.map(({ id }) => id);
  await pool.query(
    `DELETE FROM selector USING (SELECT id, originator, unnest(blinds) AS blind FROM pointer WHERE id = ANY($1::uuid[])) AS led
      WHERE selector.blind = led.blind AND selector.originator = led.originator AND selector.pointer = led.id`,
    [ids],
  );
  await pool.query('DELETE FROM pointer WHERE id = ANY($1::uuid[])', [ids]);
  await pool.query('TRUNCATE load');
  await pool.query('VACUUM pointer, selector');
}

function secondsSince(begun: number): number {
  return (performance.now() - begun) / 1000;
}
