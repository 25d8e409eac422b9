import type { ReactNode } from "react";
import type { Player } from "../../player/player.js";
import { useFrame } from "../use-position.js";

export interface PosterProps {
  readonly player: Player | null;
  /** The address of a picture, or anything else that can be shown. */
  readonly poster: ReactNode;
}

/** What stands in the board's place until its first picture is there. */
export function Poster({ player, poster }: PosterProps) {
  const hasPicture = useFrame(player, (frame) => frame.board !== null) ?? false;
  if (hasPicture || poster === undefined || poster === null) return null;
  return <div className="inktape-poster">{typeof poster === "string" ? <img src={poster} alt="" /> : poster}</div>;
}
