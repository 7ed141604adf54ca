/** Steps of a start, in their order. */
type Step = 'modules' | 'keys' | 'database' | 'pages' | 'hub' | 'agencies' | 'pointers' | 'gateway';

/** Marks the end of a step on the process's own timeline (User Timing), for whoever measures a start. */
export function reached(step: Step): void {
  performance.mark(`concordat: ${step}`);
}

/** Waits for a step, and marks its end. */
export async function marked<Value>(step: Step, work: Promise<Value>): Promise<Value> {
  const value = await work;
  reached(step);
  return value;
}
