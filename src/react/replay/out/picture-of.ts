import { exportPng, exportSvg } from "../../../canvas/out/page-picture.js";
import type { Millis } from "../../../signal/ids.js";
import { boardAt } from "../../../tape/board-at.js";
import type { OutSource } from "./out.js";

/** A picture of a moment. */
export interface MomentPicture {
  readonly blob: Blob;
  /** The moment. */
  readonly wall: Millis;
  /** How many of its pictures could not be had. */
  readonly missing: number;
}

/**
 * A picture of the page that is shown, as it is at this moment; null before there is anything to see. Rejects as the
 * board's own exports do, and with what keeps the board from being read whole.
 */
export async function pictureOf(
  { stage, assets, theme }: OutSource,
  format: "png" | "svg",
): Promise<MomentPicture | null> {
  if (!stage) return null;
  const { player, view, tape } = stage;
  const { board: shown, wall, isWhole } = player.frame.get();
  if (!shown) return null;
  const board = isWhole ? shown : await boardAt(tape, wall);
  const page = view.page.get();
  let missing = 0;
  const onMissing = (names: readonly string[]) => (missing = names.length);
  const look = { theme, assets, shapes: view.custom.definitions, onMissing };
  const blob =
    format === "png"
      ? await exportPng(board, page, look)
      : new Blob([await exportSvg(board, page, look)], { type: "image/svg+xml" });
  return { blob, wall, missing };
}
