// How jest loads the modules of a suite: as Node.js does, through tsx, by which the product runs too.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { register } from 'tsx/esm/api';

const require = createRequire(import.meta.url);
let ready = false;

/** What jest's runner and jest-circus ask of a runtime. There are no mocks of modules, no fake timers and no coverage. */
class InProcessRuntime {
  unstable_shouldLoadAsEsm() {
    return true;
  }

  /** A suite, or what is set up before it. */
  async unstable_importModule(path) {
    if (!ready) register();
    ready = true;
    // Node's own reading of source maps, which knows those of tsx, in the place of jest's.
    Error.prepareStackTrace = undefined;
    await import(pathToFileURL(path).href);
  }

  /** jest-circus, anew for each suite: it collects the tests of one. */
  requireInternalModule(path) {
    delete require.cache[path];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  setGlobalsForRuntime() {}
  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}

  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {
    return {};
  }
}

export default InProcessRuntime;
/** By which `require` knows that the default export is meant. */
export const __esModule = true;
