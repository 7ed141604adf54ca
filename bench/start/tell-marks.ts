// Loaded before the product: tells the parent each mark that a start sets, in milliseconds since the process began.
import { PerformanceObserver } from 'node:perf_hooks';

const PREFIX = 'concordat: ';

new PerformanceObserver((list) => {
  for (const { name, startTime } of list.getEntries()) {
    if (name.startsWith(PREFIX)) process.send?.({ step: name.slice(PREFIX.length), milliseconds: startTime });
  }
}).observe({ entryTypes: ['mark'] });
