import { existsSync, readFileSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';

/** What a benchmark ran on, and with what. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** By name: `node`, and packages. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Looks at the machine, and at the packages that are installed. @param packages `peers/NAME`: one of `bench/peers` */
export function lookAtMachine(packages: readonly string[]): Machine {
  const found = packages.map((name) => [name.replace(/^peers\//, ''), versionOf(name)] as const);
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    system: `${platform()} ${arch()} ${release()}`,
    versions: { node: process.version.slice(1), ...Object.fromEntries(found) },
  };
}

/** In a sentence. */
export function describeMachine({ cpu, cores, memoryBytes, system, versions }: Machine): string {
  const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${cores} × ${cpu}, ${(memoryBytes / 1024 ** 3).toFixed(0)} GiB, ${system}; ${packages.join(', ')}`;
}

function versionOf(name: string): string {
  const folder = name.startsWith('peers/') ? name.replace('peers/', 'peers/node_modules/') : `../node_modules/${name}`;
  const path = new URL(`./${folder}/package.json`, import.meta.url);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version : 'not installed';
}
