import { centreOf } from "../../canvas/camera.js";
import type { BoardView } from "../../canvas/board-view.js";
import type { RoomClient } from "../../client/room-client.js";
import type { Clock } from "../../clock/clock.js";
import { createStore } from "../../store/store.js";
import { throttled } from "../throttle.js";
import { whenOnline } from "./when-online.js";

const EVERY_MS = 100;

/** Lets the others and the recording know what this person sees, ten times a second while it changes. Returns what ends it. */
export function shareCamera(client: RoomClient, view: BoardView, clock: Clock): () => void {
  const changes = createStore(0);
  const changed = () => changes.set(changes.get() + 1);
  const send = () => {
    if (!client.self.get()) return;
    const camera = view.camera.get();
    const { x, y } = centreOf(camera, view.size.get());
    client.send([{ type: "camera", camera: { page: view.page.get(), x, y, zoom: camera.zoom } }]);
  };
  const ends = [
    throttled(changes, EVERY_MS, clock).subscribe(send),
    ...[view.camera, view.page, view.size, client.self].map((store) => store.subscribe(changed)),
    // The room forgets what somebody sees who was away for long.
    whenOnline(client, changed),
  ];
  changed();
  return () => ends.forEach((end) => end());
}
