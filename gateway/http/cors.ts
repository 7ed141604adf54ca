import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** What a browser keeps of a preflight's answer. */
const PREFLIGHT_SECONDS = 600;

/**
 * Lets pages of these origins ask. Of none: then there is no such header at all, and no browser lets a page of another
 * origin read an answer. Tokens travel in a header that the page sets: no cookies, and so no credentials.
 * @param origins exact ones, as browsers send them: `https://desk.example`
 */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'x-purpose', 'apollo-require-preflight'],
    exposedHeaders: ['retry-after'],
    credentials: false,
    maxAge: PREFLIGHT_SECONDS,
    strictPreflight: false,
  });
}
