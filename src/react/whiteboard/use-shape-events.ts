import { useEffect } from "react";
import type { RoomClient } from "../../client/room-client.js";
import { useInktape } from "../context.js";
import { useEvent } from "../use-event.js";
import { type ShapeEvent, type ShapeListeners, watchShapes } from "./shape-events.js";

/** Tells of shapes that come, change and go; costs nothing while nobody wants to hear of any. */
export function useShapeEvents(client: RoomClient | null, listeners: ShapeListeners): void {
  const { clock } = useInktape();
  const isWanted = Boolean(listeners.onAdd ?? listeners.onChange ?? listeners.onRemove);
  const onAdd = useEvent((events: readonly ShapeEvent[]) => listeners.onAdd?.(events));
  const onChange = useEvent((events: readonly ShapeEvent[]) => listeners.onChange?.(events));
  const onRemove = useEvent((events: readonly ShapeEvent[]) => listeners.onRemove?.(events));
  useEffect(() => {
    if (!client || !isWanted) return undefined;
    return watchShapes(client, clock, { onAdd, onChange, onRemove });
  }, [client, clock, isWanted, onAdd, onChange, onRemove]);
}
