import { readLink, type ReplayHandle } from "inktape";
import { useCallback } from "react";

/** What starts a replay at the place that the page's address names: `?t=` in play time or wall time. */
export function useStartAt(): (replay: ReplayHandle) => void {
  return useCallback(({ player }: ReplayHandle) => {
    const { position, wall } = readLink(location.href);
    if (wall !== undefined) void player.seekWall(wall as Parameters<typeof player.seekWall>[0]);
    else if (position !== undefined) void player.seek(position);
  }, []);
}
