import { createContext, useContext, useMemo } from "react";
import type { Camera } from "../canvas/board-view.js";
import type { AnyToolName } from "../canvas/tool.js";
import { InktapeError } from "../signal/errors.js";
import type { MemberId, ShapeId } from "../signal/ids.js";
import type { Member } from "./members.js";
import { useInktape } from "./context.js";
import { useRoomAround } from "./room-context.js";
import { throttled } from "./throttle.js";
import { useStore, useValue } from "./use-store.js";
import type { WhiteboardHandle } from "./whiteboard/handle.js";

/** Null outside of a whiteboard. */
export const WhiteboardContext = createContext<WhiteboardHandle | null>(null);

/** The whiteboard around: for what is put inside of it, as children or in the place of its parts. Throws `bad-argument` outside of any. */
export function useWhiteboard(): WhiteboardHandle {
  const board = useContext(WhiteboardContext);
  if (board) return board;
  throw new InktapeError(
    "bad-argument",
    "This hook needs a <Whiteboard> around the component that calls it: put the component inside of one.",
  );
}

/** What is selected on the whiteboard around. */
export function useSelection(): readonly ShapeId[] {
  return useValue(useWhiteboard().selection);
}

/** The tool in hand on the whiteboard around. */
export function useTool(): AnyToolName {
  return useValue(useWhiteboard().tool);
}

/** Where the whiteboard around looks, told at most once in `everyMs` (default 100): 0 is every change. */
export function useCamera(everyMs = 100): Camera {
  const { view } = useWhiteboard();
  const { clock } = useInktape();
  return useValue(useMemo(() => throttled(view.camera, everyMs, clock), [view, everyMs, clock]));
}

/** A member of the room around; undefined for one who is not there. Inside a replay, nobody is oneself. */
export function useMember(member: MemberId): Member | undefined {
  const { board, client } = useRoomAround();
  const self = useStore(client?.self ?? null, (value) => value?.member ?? null, null);
  const profile = useStore(board, (value) => value?.members[member], undefined);
  return useMemo(() => profile && { member, profile, isSelf: member === self }, [member, profile, self]);
}
