import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as binding from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Client, Pool } from 'pg';

/**
 * Prisma's schema engine, as WebAssembly: the CLI's own would have to be downloaded. It works in the database of the
 * url, which must be empty.
 */
export async function loadSchemaEngine(url) {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': binding,
  });
  binding.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodel = 'datasource db {\n  provider = "postgresql"\n}\n';
  const adapter = bindMigrationAwareSqlAdapterFactory(shadowOnly(url));
  return binding.SchemaEngine.new({ datamodels: [['schema.prisma', datamodel]] }, () => undefined, adapter);
}

/** The database of the url is the shadow database too: it exists for nothing else. */
function shadowOnly(url) {
  const pool = new Pool({ connectionString: url, allowExitOnIdle: true, Client: CharactersAsText });
  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  const connect = async () => mended(await factory.connect(), pool);
  return { adapterName: factory.adapterName, provider: factory.provider, connect, connectToShadowDb: connect };
}

/** The adapter refuses the catalogue's columns of type "char": they are announced to it as text. */
class CharactersAsText extends Client {
  constructor(config) {
    super(config);
    this.connection.prependListener('rowDescription', ({ fields }) => {
      for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
    });
  }
}

/**
 * The adapter splits a script at every semicolon, also inside the body of a function. And the engine insists on
 * characters in some of those columns, while others may be empty.
 */
function mended(adapter, pool) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.executeScript = async (script) => void (await pool.query(script));
  adapter.queryRaw = async (query) => {
    const { columnNames, columnTypes, rows } = await queryRaw(query);
    const types = columnTypes.map((type, column) =>
      CHARACTERS.has(columnNames[column]) ? ColumnTypeEnum.Character : type,
    );
    return { columnNames, columnTypes: types, rows };
  };
  return adapter;
}

/** Object identifiers of types in pg_type. */
const [CHAR, TEXT] = [18, 25];
const CHARACTERS = new Set(['constraint_type']);
