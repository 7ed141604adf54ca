import type { Pipeline } from '../../gateway/pipeline.ts';

/** Milliseconds spent in each stage so far. A stage that waits counts the time that it waits. */
export type StageTimes = Readonly<Record<string, number>>;

/** Puts a watch on every stage of a pipeline. */
export function timedStages(): { readonly wrap: (pipeline: Pipeline) => Pipeline; readonly read: () => StageTimes } {
  const times: Record<string, number> = {};
  const timed =
    (name: string, stage: (...values: never[]) => unknown) =>
    (...values: never[]) => {
      const start = performance.now();
      const end = () => (times[name] = (times[name] ?? 0) + performance.now() - start);
      const result = stage(...values);
      if (result instanceof Promise) return result.finally(end);
      end();
      return result;
    };
  const wrap = (pipeline: Pipeline): Pipeline =>
    Object.fromEntries(Object.entries(pipeline).map(([name, stage]) => [name, timed(name, stage as never)])) as never;
  return { wrap, read: () => ({ ...times }) };
}
