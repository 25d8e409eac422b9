import type { Camera } from "./board-view.js";
import type { Point } from "../board/point.js";
import { toBoard } from "./camera.js";
import type { PointerSample, ToolPointer } from "./tool.js";

/** Where a pointer or wheel event is, relative to the view's element. */
export function screenPoint(host: HTMLElement, event: Pick<MouseEvent, "clientX" | "clientY">): Point {
  const { left, top } = host.getBoundingClientRect();
  return { x: event.clientX - left - host.clientLeft, y: event.clientY - top - host.clientTop };
}

/** A pointer event, or a click, which some browsers report without what is the pointer's own. */
type PointingEvent = MouseEvent & Partial<Pick<PointerEvent, "pointerType" | "pressure" | "getCoalescedEvents">>;

/** A pointer event as tools see it. */
export function toolPointer(host: HTMLElement, camera: Camera, event: PointingEvent): ToolPointer {
  const screen = screenPoint(host, event);
  const kind = kindOf(event);
  const sample = (reported: PointingEvent): PointerSample => ({
    // Relative to the event itself, so that the element's place is asked for once.
    ...toBoard(camera, {
      x: screen.x + reported.clientX - event.clientX,
      y: screen.y + reported.clientY - event.clientY,
    }),
    t: reported.timeStamp,
    pressure: kind === "mouse" ? null : (reported.pressure ?? null),
  });
  const last = sample(event);
  return {
    ...last,
    screenX: screen.x,
    screenY: screen.y,
    kind,
    shift: event.shiftKey,
    alt: event.altKey,
    ctrl: event.ctrlKey || event.metaKey,
    coalesced: [...coalescedBefore(event).map(sample), last],
  };
}

/** What the device reported since the last event, without what the event itself says. */
function coalescedBefore(event: PointingEvent): PointingEvent[] {
  return event.type === "pointermove" ? (event.getCoalescedEvents?.() ?? []).slice(0, -1) : [];
}

function kindOf({ pointerType }: PointingEvent): ToolPointer["kind"] {
  return pointerType === "pen" || pointerType === "touch" ? pointerType : "mouse";
}
