import type { BlockRef, Timeline } from "../../../tape/timeline.js";
import { BLOCK_PARTS } from "../../../tape/timeline.js";
import type { CommandOf } from "./command-of.js";
import { withTapeFile } from "./tape-on-disk.js";
import { faultsOf } from "./verify.js";

/** What is on a tape, and what is wrong with it. */
export interface Inspection {
  /** Lines for people. */
  readonly contents: string;
  /** A sentence each; none when the tape is sound. */
  readonly faults: readonly string[];
}

/** Reads a whole tape. */
export function inspect({ file }: CommandOf<"inspect">): Promise<Inspection> {
  return withTapeFile(file, async ({ tape, size }) => ({
    contents: describe(await tape.timeline(), size, tape.assets.length),
    faults: await faultsOf(tape, file),
  }));
}

/** @param size bytes of the whole file. */
export function describe(timeline: Timeline, size: number, assets: number): string {
  const { room, created, blocks, keyframes, stretches, markers, members } = timeline;
  const sum = (count: (block: BlockRef) => number) => blocks.reduce((total, block) => total + count(block), 0);
  const parts = BLOCK_PARTS.map((part) => [part, sum((block) => block.parts?.[part] ?? 0)] as const);
  const whole = sum((block) => (block.parts ? 0 : block.bytes));
  const kept = keyframes.reduce((total, { bytes }) => total + bytes, 0);
  const rest = size - kept - whole - parts.reduce((total, [, bytes]) => total + bytes, 0);
  const active = stretches.reduce((total, { from, to }) => total + to - from, 0);
  const [first, last] = [blocks[0], blocks.at(-1)];
  const lines: [string, string][] = [
    ["Room", room],
    ["Created", iso(created)],
    ["Recorded", first && last ? `${iso(first.from)} to ${iso(last.to)}` : "nothing"],
    ["Active", `${duration(active)} in ${count(stretches.length, "span")}`],
    ["Entries", whole === 0 && !first ? "0" : String(sum((block) => block.last - block.first + 1))],
    ["Blocks", String(blocks.length)],
    ["Keyframes", String(keyframes.length)],
    ["Assets", String(assets)],
    ["Bytes", String(size)],
    ...parts.map(([part, bytes]): [string, string] => [`  ${part}`, String(bytes)]),
    ...(whole > 0 ? [["  whole blocks", String(whole)] as [string, string]] : []),
    ["  keyframes", String(kept)],
    ["  index and rest", String(rest)],
    ["Members", String(members.length)],
    ...members.map(({ member, name, from, to }): [string, string] => [
      `  ${member}`,
      `${name === "" ? "(no name)" : name}, ${iso(from)} to ${iso(to)}`,
    ]),
    ["Markers", String(markers.length)],
    ...markers.map(({ at, kind, label }): [string, string] => [
      `  ${iso(at)}`,
      kind === "page" ? `page: ${label}` : label,
    ]),
  ];
  const width = Math.max(...lines.filter(([name]) => name.length < 20).map(([name]) => name.length)) + 2;
  return lines.map(([name, value]) => `${name.padEnd(width)}${name.length >= width ? "  " : ""}${value}`).join("\n");
}

function iso(at: number): string {
  return at <= 8.64e15 ? new Date(at).toISOString() : String(at);
}

function count(items: number, name: string): string {
  return `${items} ${name}${items === 1 ? "" : "s"}`;
}

/** Like 1:02:03. */
function duration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
