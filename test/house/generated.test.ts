import { runProduct } from '../start/product.ts';

describe('what is generated and committed', () => {
  it.each([
    ['the supergraph', 'start/compose.ts'],
    ['the reference of errors', 'start/errors-reference.ts'],
  ])('is up to date: %s', async (_name, program) => {
    const { status, stderr } = await runProduct(program, ['--check']);
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });
});
