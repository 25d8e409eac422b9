import { PRESENTER_KEY } from "../../../board/presenter.js";
import type { Entry } from "../../../signal/entry.js";
import type { MemberId, PageId, ShapeId } from "../../../signal/ids.js";
import type { Shape } from "../../../signal/shape.js";

/** Something that is worth telling those who cannot see it. */
export type Deed =
  | { readonly type: "draws" | "changes" | "removes" | "comes" | "goes"; readonly by: MemberId }
  | { readonly type: "presents"; readonly member: MemberId }
  | { readonly type: "adds"; readonly by: MemberId; readonly shape: Shape }
  | { readonly type: "writes"; readonly by: MemberId; readonly id: ShapeId }
  | { readonly type: "addsPage"; readonly by: MemberId; readonly name: string }
  | { readonly type: "chapter"; readonly label: string }
  | { readonly type: "page"; readonly page: PageId };

/** Shape properties that are read, not looked at. */
const WORDS: readonly string[] = ["text", "label", "alt"];

/** What an entry tells; null for nothing that matters. */
export function deedOf({ by, signal }: Entry): Deed | null {
  switch (signal.type) {
    case "ink.begin":
      return { type: "draws", by };
    case "shape.add":
      return signal.shape.kind === "ink" ? { type: "draws", by } : { type: "adds", by, shape: signal.shape };
    case "shape.set":
      return WORDS.some((name) => name in signal.props)
        ? { type: "writes", by, id: signal.id }
        : { type: "changes", by };
    case "shapes.move":
    case "shapes.scale":
    case "shapes.rotate":
      return { type: "changes", by };
    case "shapes.remove":
      return { type: "removes", by };
    case "page.add":
      return { type: "addsPage", by, name: signal.name };
    case "marker":
      return { type: "chapter", label: signal.label };
    case "member.join":
      return { type: "comes", by };
    case "member.leave":
      return { type: "goes", by };
    case "state.set":
      return signal.key === PRESENTER_KEY && typeof signal.value === "number"
        ? { type: "presents", member: signal.value as MemberId }
        : null;
    default:
      return null;
  }
}

/** The same for deeds of which it is enough to tell the first, as what it tells is looked up when it is told. */
export function sameDeed(deed: Deed): string {
  switch (deed.type) {
    case "adds":
      return `shape ${deed.shape.id}`;
    case "writes":
      return `shape ${deed.id}`;
    case "presents":
      return `presents ${deed.member}`;
    case "addsPage":
      return `page ${deed.name}`;
    case "chapter":
      return `chapter ${deed.label}`;
    case "page":
      return "page";
    default:
      return `${deed.type} ${deed.by}`;
  }
}
