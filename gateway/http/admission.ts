import type { FastifyRequest } from 'fastify';
import { DeclaredError } from '../../schema/errors.ts';
import type { Answering } from '../answering.ts';
import type { Addresses } from '../limits/addresses.ts';
import type { Rates } from '../limits/rates.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Asked } from './asked.ts';

/** What stands between a request and its answer. */
export interface Admission {
  readonly pipeline: Pipeline;
  readonly addresses: Addresses;
  readonly rates: Rates;
}

/** Lets a request in: who asks, what for, and whether they may still ask. @throws DeclaredError */
export async function admit(
  request: FastifyRequest,
  asked: Asked,
  { pipeline, addresses, rates }: Admission,
): Promise<Answering> {
  const { authorization } = request.headers;
  await addresses.knock(request.ip, authorization);
  try {
    const answering = await pipeline.admit({
      authorization,
      purposeHeader: headerOf(request, 'x-purpose'),
      purposeExtension: asked.extensions?.['purpose'],
    });
    addresses.admitted(authorization);
    await rates.request(answering.viewer);
    return answering;
  } catch (error) {
    if (isUnknown(error)) await addresses.refused(request.ip, authorization);
    throw error;
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof DeclaredError && [401, 403].includes(error.declaration.status);
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join('; ') : value;
}
