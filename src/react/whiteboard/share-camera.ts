import type { BoardView } from "../../canvas/board-view.js";
import { seenWith } from "../../canvas/member-camera.js";
import type { RoomClient } from "../../client/room-client.js";
import type { Clock } from "../../clock/clock.js";
import type { MemberId } from "../../signal/ids.js";
import { createStore } from "../../store/store.js";
import type { Attention } from "../people/attention.js";
import { throttled } from "../throttle.js";
import { whenOnline } from "./when-online.js";

const EVERY_MS = 100;

/** Whose view is told, and whom this person follows. */
export interface SharedView {
  readonly client: RoomClient;
  readonly view: BoardView;
  readonly attention: Pick<Attention, "state">;
}

/** Lets the others and the recording know what this person sees, ten times a second while it changes. Returns what ends it. */
export function shareCamera({ client, view, attention }: SharedView, clock: Clock): () => void {
  const changes = createStore(0);
  const changed = () => changes.set(changes.get() + 1);
  const send = () => {
    const self = client.self.get();
    if (!self) return;
    const { followed } = attention.state.get();
    const told = (member: MemberId) => client.board.get()?.presence[member]?.camera ?? null;
    const theirs = followed === null ? null : told(followed);
    const seen = seenWith(view.camera.get(), view.size.get(), told(self.member), theirs);
    client.send([{ type: "camera", camera: { page: view.page.get(), ...seen } }]);
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
