import { useState } from "react";
import type { RoomClient } from "../../client/room-client.js";
import type { Millis } from "../../signal/ids.js";
import { lateElement, useLate } from "../parts/late.js";
import { Screen } from "../parts/screen.js";
import type { RewindProps } from "../replay/live/rewind.js";
import { useValue } from "../use-store.js";
import type { Choices } from "./choices.js";
import { REWIND } from "./late-parts.js";

export interface LookBackProps extends Pick<RewindProps, "room" | "transport" | "theme" | "shapes" | "onError"> {
  readonly client: RoomClient;
  readonly choices: Choices;
}

/** How far back to begin, in milliseconds. */
const BACK_MS = 10_000;

/** A replay of the room over its board, begun a few seconds back. */
export function LookBack({ client, choices, room, transport, theme, shapes, onError }: LookBackProps) {
  const board = useValue(client.board);
  const [wall] = useState(() => ((board?.at ?? 0) - BACK_MS) as Millis);
  const Rewind = useLate(REWIND);
  const onClose = () => choices.isLookingBack.set(false);
  if (!Rewind) return <Screen isLate icon={<div className="inktape-spinner" />} />;
  return lateElement(Rewind, { key: room, room, transport, theme, shapes, onError, wall, onClose });
}
