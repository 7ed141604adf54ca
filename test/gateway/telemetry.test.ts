import { jest } from '@jest/globals';
import net from 'node:net';
import { federate } from '../../gateway/federation/gateway.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../support/toy-federation.ts';

const ice = agencyEntry('ICE');
const SUPERGRAPH = compose({ index: hubSdl([ice]), ICE: agencySdl(ice) });

describe('a gateway that starts and stops', () => {
  const connect = jest.spyOn(net.Socket.prototype, 'connect');
  const before = process.env['APOLLO_TELEMETRY_DISABLED'];
  const attempts: unknown[] = [];

  beforeAll(() => {
    delete process.env['APOLLO_TELEMETRY_DISABLED'];
    connect.mockImplementation(function (this: net.Socket, ...args: unknown[]) {
      attempts.push(args);
      return this.destroy(new Error('no way out'));
    });
  });

  afterAll(() => {
    connect.mockRestore();
    if (before !== undefined) process.env['APOLLO_TELEMETRY_DISABLED'] = before;
  });

  it('calls nobody: neither its maker nor the cloud that it runs in', async () => {
    const gateway = federate(SUPERGRAPH, async () => ({ data: null, errors: [] }));
    await gateway.load();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await gateway.stop();
    expect(attempts).toEqual([]);
  });
});
