import { accentColor, inkColor } from "../../picture/palette.js";
import type { MemberId } from "../../signal/ids.js";
import type { Frame } from "./layer.js";
import type { Mark } from "./marks.js";
import { cursorMarks } from "./overlay-cursors.js";
import { outlineMark, shapesShown } from "./overlay-outlines.js";
import { ownSelection, remoteSelection } from "./overlay-selection.js";

/** What lies over the board, bottom to top, and the log's time from which it looks different by itself. */
export function overlayMarks(frame: Frame): { readonly marks: readonly Mark[]; readonly changesAt: number } {
  const others = frame.hasCursors ? othersOf(frame) : [];
  const cursors = cursorMarks(frame, others);
  const marks = [
    ...others.flatMap((member) => remoteSelection(frame, member)),
    ...underPointer(frame),
    ...ownSelection(frame),
    ...areas(frame),
    ...guides(frame),
    ...cursors.map(({ mark }) => mark).filter(({ opacity }) => opacity > 0),
  ];
  return { marks, changesAt: Math.min(...cursors.map(({ changesAt }) => changesAt), Infinity) };
}

function othersOf({ picture }: Frame): MemberId[] {
  const ids = Object.keys(picture.board.presence).map((key) => Number(key) as MemberId);
  return ids.filter((id) => id !== picture.self && id in picture.board.members);
}

/** What a press would take, and what something is about to be put into or bound to. */
function underPointer(frame: Frame): readonly Mark[] {
  const { hover, targets } = frame.marks;
  const color = accentColor(frame.theme);
  const selected = new Set(frame.selection);
  const hovered = shapesShown(
    frame,
    hover.filter((id) => !selected.has(id)),
  );
  return [
    ...hovered.map((shape) => outlineMark(shape, { color, width: 1.5, line: "solid" })),
    ...shapesShown(frame, targets).map((shape) => outlineMark(shape, { color, width: 2.5, line: "solid" })),
  ];
}

function areas({ marks: { marquee, lasso }, theme }: Frame): readonly Mark[] {
  const color = accentColor(theme);
  const look = { color, isFilled: true } as const;
  return [
    ...(marquee ? [{ type: "box", box: marquee, gap: 0, line: "solid", ...look } as const] : []),
    ...(lasso.length > 1
      ? [{ type: "path", points: lasso, isClosed: true, width: 1.5, line: "dashed", ...look } as const]
      : []),
  ];
}

function guides({ marks, theme }: Frame): readonly Mark[] {
  return marks.guides.map((guide) => ({ type: "guide", guide, color: inkColor("red", theme) }));
}
