import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { DeclaredError } from '../../../schema/errors.ts';
import { actIn } from '../../../subgraphs/index/api/lead-arguments.ts';

describe('an answer to a lead that is not of the declared form', () => {
  it.each([
    ['its id', { id: 'abc', lead: randomUUID() }, '`id` is not a random UUID (version 4)'],
    ['its remark', { id: randomUUID(), lead: randomUUID(), remark: ' ' }, '`remark` is no text of at most'],
  ])('is refused with what to do about %s, and not by how leads stand', (_, args, expected) => {
    let refusal: unknown;
    try {
      actIn(args);
    } catch (error) {
      refusal = error;
    }
    if (!(refusal instanceof DeclaredError)) throw new Error('it is not refused');
    expect(refusal.message).toContain(expected);
    expect(refusal.declaration.remedy).toMatch(/^Correct what the message names, and send it again\./);
  });
});
