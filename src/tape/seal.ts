import type { Board } from "../board/board.js";
import type { Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import { ROOM_MEMBER, type MemberId, type ShapeId } from "../signal/ids.js";
import type { InkPoints } from "../signal/ink.js";
import { activityOf } from "./activity.js";
import type { BlockBytes, BlockInfo, SealedBlock } from "./block-info.js";
import type { InkForm } from "./sealed/ink-part.js";
import { refineInk } from "./sealed/refine-ink.js";
import { encodeSealed } from "./sealed/sealed-block.js";
import { PAUSE_MS, type Marker, type PartSizes, type TapeMember, type TimeRange } from "./timeline.js";

/** Who is known to be in the room, by member. */
export type KnownMembers = Board["members"];

/** What a block stands on and leaves behind. */
export interface SealContext {
  /** The board right before the first entry. */
  readonly before: Board;
  /** Ink on the board after the last entry that the tape does not keep yet. */
  readonly inks?: readonly { readonly id: ShapeId; readonly points: InkPoints }[];
  /** How the ink is written. Default "fine". */
  readonly form?: InkForm | undefined;
}

/** How blocks are sealed: here and now, or elsewhere and later. */
export interface Sealer {
  /** As {@link sealBlock} does. */
  seal(entries: readonly Entry[], context: SealContext): SealedBlock | Promise<SealedBlock>;
  /** As {@link refineBlock} does. */
  refine(block: SealedBlock): SealedBlock | Promise<SealedBlock>;
}

/** Encodes entries as a sealed block and says what the index keeps of it. Throws as {@link encodeSealed} does. */
export function sealBlock(entries: readonly Entry[], { before, inks = [], form = "fine" }: SealContext): SealedBlock {
  const parts = encodeSealed(entries, before, inks, form);
  const info = blockInfo(entries, sizesOf(parts), before.members);
  return { info: { ...info, isPlain: form === "plain" && parts.ink.length > 0 }, parts };
}

/** A block of the same entries with its plain ink written finely. Throws as {@link refineInk} does. */
export function refineBlock({ info, parts }: SealedBlock): SealedBlock {
  const refined = { ...parts, ink: refineInk(parts.ink) };
  const sizes = sizesOf(refined);
  return { info: { ...info, bytes: bytesOf(sizes), parts: sizes, isPlain: false }, parts: refined };
}

/** Blocks are sealed here and now. */
export const SEALED_HERE: Sealer = { seal: sealBlock, refine: refineBlock };

/** What the index keeps of a block of these entries. `parts` are its encoded sizes, null while it is not sealed. */
export function blockInfo(entries: readonly Entry[], parts: PartSizes | null, known: KnownMembers = {}): BlockInfo {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) throw new InktapeError("bad-argument", "A block holds at least one entry.");
  return {
    first: first.seq,
    last: last.seq,
    from: first.at,
    to: last.at,
    bytes: parts ? bytesOf(parts) : 0,
    parts,
    activity: activityOf(entries),
    stretches: stretchesOf(entries),
    markers: entries.flatMap(markerOf),
    members: membersOf(entries, known),
  };
}

function bytesOf({ document, ink, presence }: PartSizes): number {
  return document + ink + presence;
}

function sizesOf({ document, ink, presence }: BlockBytes): PartSizes {
  return { document: document.length, ink: ink.length, presence: presence.length };
}

/** Joins stretches that are no farther apart than {@link PAUSE_MS}. They are in order. */
export function joinStretches(stretches: Iterable<TimeRange>): TimeRange[] {
  const joined: TimeRange[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last && stretch.from - last.to <= PAUSE_MS) joined[joined.length - 1] = { from: last.from, to: stretch.to };
    else joined.push({ from: stretch.from, to: stretch.to });
  }
  return joined;
}

function* momentsOf(entries: readonly Entry[]): Iterable<TimeRange> {
  for (const { at } of entries) yield { from: at, to: at };
}

function stretchesOf(entries: readonly Entry[]): TimeRange[] {
  return joinStretches(momentsOf(entries));
}

function markerOf({ seq, at, signal }: Entry): Marker[] {
  if (signal.type === "marker") return [{ kind: "marker", seq, at, label: signal.label }];
  if (signal.type === "page.add") return [{ kind: "page", seq, at, label: signal.name }];
  return [];
}

function membersOf(entries: readonly Entry[], known: KnownMembers): TapeMember[] {
  const seen = new Map<MemberId, TapeMember>();
  for (const { by, at, signal } of entries) {
    if (by === ROOM_MEMBER) continue;
    const before = seen.get(by);
    const profile = signal.type === "member.join" ? signal.profile : (before ?? known[by]);
    const { user, name, color } = profile ?? { user: "", name: "", color: "" };
    seen.set(by, { member: by, user, name, color, from: before?.from ?? at, to: at });
  }
  return [...seen.values()];
}
