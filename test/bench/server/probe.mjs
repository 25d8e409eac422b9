/**
 * What a server's process says of itself.
 * @typedef {object} Usage
 * @property {number} cpuUs Microseconds of CPU that it took since it began, all its threads together.
 * @property {number} rssBytes What it holds in memory now.
 * @property {number} heapBytes Of that, what its JavaScript holds, buffers included; after a collection where there is a gc.
 */

// Is loaded into every measured server before it: whoever asks gets a Usage.
process.on("message", () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send?.({ cpuUs: user + system, rssBytes: rss, heapBytes: heapUsed + external });
});
process.channel?.unref();
