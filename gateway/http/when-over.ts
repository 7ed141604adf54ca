import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Calls back once, when an answer has left, or cannot any more; at once, where that is so already.
 *
 * Node tells nothing of an answer that waits for another on its connection when that goes, so both are looked at.
 */
export function whenOver({ raw: { socket } }: FastifyRequest, { raw: answer }: FastifyReply, tell: () => void): void {
  if (socket.destroyed || answer.closed) return tell();
  const over = () => {
    answer.off('close', over);
    socket.off('close', over);
    tell();
  };
  answer.once('close', over);
  socket.once('close', over);
}
