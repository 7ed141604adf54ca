/** Addresses of the workers, put in place by the bundler. */
declare const MONACO_WORKERS: { readonly editor: string; readonly json: string; readonly graphql: string };

/** Files of this gateway: the policy of the page lets no worker come from anywhere else, nor be made of text. */
function getWorker(_id: string, label: string): Worker {
  return new Worker(label === 'json' || label === 'graphql' ? MONACO_WORKERS[label] : MONACO_WORKERS.editor);
}

Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
