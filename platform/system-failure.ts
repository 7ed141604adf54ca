/** An error of the operating system, as Node.js throws it. */
interface SystemError {
  readonly code?: unknown;
  readonly path?: unknown;
  readonly syscall?: unknown;
  readonly address?: unknown;
  readonly port?: unknown;
  readonly hostname?: unknown;
}

const OF_FILES: Readonly<Record<string, string>> = {
  ENOENT: 'is not there: check how it is written, and the folder that you are in',
  EACCES: 'may not be used by this account: change its permissions, or name another place',
  EPERM: 'may not be changed by this account: change its owner, or name another place',
  EISDIR: 'is a folder, where a file is meant',
  ENOTDIR: 'leads through a file, where a folder is meant',
  ENOTEMPTY: 'is a folder with something in it: empty it, or name another',
  EEXIST: 'is there already: remove it, or name another place',
  EROFS: 'is on a disk that cannot be written: name another place',
  ENOSPC: 'cannot be written: the disk is full',
  EMFILE: 'cannot be opened: this process has too many files open (`ulimit -n`)',
};

const NOT_MADE =
  'cannot be made there: name a folder where others can be (CONCORDAT_HOME, or the option that named it)';

const OF_PORTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: end what listens there, or set PORT to another (0: any free one)',
  EACCES: 'may not be listened on by this account: set PORT to one above 1023',
};

const NO_SUCH_HOST =
  'is no address of this machine, nor a name that leads to one: set HOST to one that is, as `127.0.0.1`, or leave it out';

/** What is wrong with a file, a name or a port, and what to do; undefined when the operating system did not complain of one. */
export function systemFailure(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code } = error as SystemError;
  return typeof code === 'string' ? (ofFile(code, error) ?? ofHost(code, error) ?? ofPort(code, error)) : undefined;
}

function ofFile(code: string, { path, syscall }: SystemError): string | undefined {
  if (typeof path !== 'string') return undefined;
  const what = code === 'ENOENT' && syscall === 'mkdir' ? NOT_MADE : OF_FILES[code];
  return what && `\`${path}\` ${what}`;
}

function ofHost(code: string, { syscall, address, hostname }: SystemError): string | undefined {
  const host = code === 'EADDRNOTAVAIL' ? address : syscall === 'getaddrinfo' ? hostname : undefined;
  return typeof host === 'string' ? `\`${host}\` ${NO_SUCH_HOST}` : undefined;
}

function ofPort(code: string, { address, port }: SystemError): string | undefined {
  if (typeof port !== 'number' || !OF_PORTS[code]) return undefined;
  return `the port ${port} of \`${typeof address === 'string' ? address : 'this machine'}\` ${OF_PORTS[code]}`;
}
