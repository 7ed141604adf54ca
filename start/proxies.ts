import { isIP } from 'node:net';
import type { Environment } from './environment.ts';

/** Proxies before the gateway, by comma: addresses, or networks as `10.0.0.0/8`. @throws Error for anything else */
export function readProxies(env: Environment): readonly string[] {
  const proxies = (env['TRUSTED_PROXIES'] ?? '').split(',').map((proxy) => proxy.trim());
  return proxies.filter((proxy) => proxy !== '').map(exact);
}

function exact(text: string): string {
  const [address = '', bits] = text.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  if (isIP(address) && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))) return text;
  throw new Error(`TRUSTED_PROXIES has \`${text}\`: name an IP address, or a network as \`10.0.0.0/8\``);
}
