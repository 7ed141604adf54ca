import type { FastifyInstance } from 'fastify';
import { DeclaredError } from '../../schema/errors.ts';
import { GATEWAY_ERRORS } from '../errors.ts';
import { readJson } from './json.ts';

/**
 * Bodies are JSON in UTF-8, and nothing else: what an HTML form can send (`text/plain`, `multipart/form-data`, …) is not
 * read, so that a form on another site cannot ask in a viewer's name.
 */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const charset = /;\s*charset="?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
    if (charset.toLowerCase() !== 'utf-8')
      return done(
        new DeclaredError(GATEWAY_ERRORS.CONTENT_TYPE_NOT_SUPPORTED, 'the body is in another charset than UTF-8'),
      );
    const read = readJson(bytes, 'the body');
    if ('trouble' in read) return done(new DeclaredError(GATEWAY_ERRORS.BAD_REQUEST, read.trouble));
    return done(null, read.value);
  });
}
