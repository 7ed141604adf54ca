import { createServer } from 'node:net';

/**
 * Looks whether ports can be listened on, before anything is made that would be made in vain.
 * @throws the operating system's error, which names the port, when one is taken or may not be listened on
 */
export async function requireFreePorts(host: string, ports: readonly number[]): Promise<void> {
  for (const port of ports) if (port !== 0) await listenOnce(host, port);
}

function listenOnce(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
