// Tests run in the process of their worker, not in a sandbox: suites share the modules that they import, which are
// read, linked and evaluated once for each worker. What a suite changes of the process is put back when it ends.

const CIRCUS = ['JEST_STATE_SYMBOL', 'EVENT_HANDLERS'];

/** The process itself, for one suite. */
export default class {
  global = globalThis;
  moduleMocker = null;
  fakeTimers = null;
  fakeTimersModern = null;

  #before = { console, exit: process.exit, environment: { ...process.env } };

  async setup() {}

  async teardown() {
    const { console, exit, environment } = this.#before;
    globalThis.console = console;
    process.exit = exit;
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
    Object.assign(process.env, environment);
    forgetTests();
  }

  getVmContext() {
    return null;
  }
}

/** jest-circus keeps the tests of a suite, and all that they close over, on the global object. */
function forgetTests() {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (CIRCUS.includes(symbol.description)) delete globalThis[symbol];
  }
}
