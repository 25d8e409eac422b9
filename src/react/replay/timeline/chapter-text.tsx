import { useMemo } from "react";
import type { Player } from "../../../player/player.js";
import { usePlayerState } from "../../use-player-state.js";
import { useFrame } from "../../use-position.js";
import { chapterAt, chaptersOf } from "./chapters.js";

/** The name of the chapter that is shown; nothing where there is none. */
export function ChapterText({ player }: { readonly player: Player }) {
  const recorded = usePlayerState(player, ({ markers, range, duration }) => ({ markers, range, duration }));
  const chapters = useMemo(() => (recorded ? chaptersOf(player, recorded) : []), [player, recorded]);
  const name = useFrame(player, ({ position }) => chapterAt(chapters, position)?.marker?.label ?? "") ?? "";
  return name === "" ? null : (
    <span className="inktape-chapter" title={name}>
      {name}
    </span>
  );
}
