import files from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { ASSETS } from './building.ts';
import { assetsFolder } from './manifest.ts';

/** A file of this name never has other contents: the name says what is in it. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Serves what pages load, compressed for whoever reads that. */
export async function serveAssets(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(async (assets) => {
    // After the hook of all answers, which keeps them out of every cache.
    assets.addHook('onSend', async (_request, reply) => {
      if (![200, 206, 304].includes(reply.statusCode)) return;
      const vary = [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', ');
      void reply.headers({ 'cache-control': FOR_EVER, vary });
    });
    await assets.register(files, {
      root: assetsFolder(folder),
      prefix: ASSETS,
      preCompressed: true,
      cacheControl: false,
      decorateReply: false,
      index: false,
      redirect: false,
      dotfiles: 'deny',
    });
  });
}
