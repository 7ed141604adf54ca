import net from 'node:net';
import { federate } from '../../gateway/federation/gateway.ts';
import { agencyEntry, agencySdl, compose, hubSdl } from '../support/toy-federation.ts';

const ice = agencyEntry('ICE');
const SUPERGRAPH = compose({ index: hubSdl([ice]), ICE: agencySdl(ice) });

describe('a gateway that starts and stops', () => {
  const { connect } = net.Socket.prototype;
  const before = process.env['APOLLO_TELEMETRY_DISABLED'];
  const attempts: unknown[] = [];

  beforeAll(() => {
    delete process.env['APOLLO_TELEMETRY_DISABLED'];
    net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
      attempts.push(args);
      return this.destroy(new Error('no way out'));
    };
  });

  afterAll(() => {
    net.Socket.prototype.connect = connect;
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
