import type { Entry } from "../../../src/signal/entry.js";
import { decodeBlock } from "../../../src/tape/block.js";
import type { Timeline } from "../../../src/tape/timeline.js";

/** The index of a room's recording. */
export async function timelineOf(server: string, room: string): Promise<Timeline> {
  return (await (await fetch(`${server}/api/rooms/${room}/timeline?format=json`)).json()) as Timeline;
}

/** Every entry of a room's recording, as the server gives it over HTTP. */
export async function recordedEntries(server: string, room: string): Promise<Entry[]> {
  const timeline = await timelineOf(server, room);
  const entries: Entry[] = [];
  for (const { first, last } of timeline.blocks) {
    const response = await fetch(`${server}/api/rooms/${room}/blocks/${first}-${last}`);
    entries.push(...decodeBlock(new Uint8Array(await response.arrayBuffer())));
  }
  return entries;
}
