import { collectDefaultMetrics, Registry } from "prom-client";

let shared: Registry | null = null;

/**
 * CPU, memory, event loop and garbage collection of the process: the same for all servers in it. They are measured from
 * the first call on, so that a process whose metrics nobody reads does not measure.
 */
export function processMetrics(): Registry {
  if (shared) return shared;
  shared = new Registry();
  collectDefaultMetrics({ register: shared });
  return shared;
}
