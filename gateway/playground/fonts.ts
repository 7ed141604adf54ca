import { createHash } from 'node:crypto';
import type { Plugin } from 'esbuild';

const FONT = /^data:font\/(?<kind>ttf|woff2?);base64,(?<bytes>[\w+/=]+)$/;

/**
 * Makes a file of every font that a stylesheet carries inside itself. A page then reads those that it shows, and no others, and
 * needs no leave for fonts that are not this gateway's own.
 */
export const fontsAsFiles: Plugin = {
  name: 'fonts-as-files',
  setup(build) {
    build.onResolve({ filter: FONT }, ({ path }) => {
      const { kind = '', bytes = '' } = FONT.exec(path)?.groups ?? {};
      const name = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
      return { path: `font-${name}.${kind}`, namespace: 'font', pluginData: bytes };
    });
    build.onLoad({ filter: /./, namespace: 'font' }, ({ pluginData }) => ({
      contents: Buffer.from(pluginData as string, 'base64'),
      loader: 'file',
    }));
  },
};
