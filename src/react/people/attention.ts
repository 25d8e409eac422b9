import { presentation, presenterOf } from "../../board/presenter.js";
import type { RoomClient } from "../../client/room-client.js";
import type { MemberId } from "../../signal/ids.js";
import { type Store, createStore } from "../../store/store.js";
import { attend, type AttentionEvent, type AttentionState, OWN_VIEW } from "./attention-state.js";

/** Following one another, and presenting to everybody. */
export interface Attention {
  readonly state: Store<AttentionState>;
  /** Sees what that member sees from now on, until this person moves the view. A no-op for oneself. */
  follow(member: MemberId): void;
  stop(): void;
  /** Has everybody else follow this person; a no-op for readers. It is part of the recording. */
  present(): void;
  /** Ends the presentation, whosever it is; a no-op for readers. */
  endPresentation(): void;
  /** Keeps up with the room: who presents, and who leaves. Returns what ends it. */
  watch(): () => void;
}

export function createAttention(client: RoomClient): Attention {
  const state = createStore<AttentionState>(OWN_VIEW);
  const take = (event: AttentionEvent) => state.set(attend(state.get(), event));
  const self = () => client.self.get()?.member ?? null;
  const keepUp = () => {
    const board = client.board.get();
    if (!board) return;
    const { followed } = state.get();
    if (followed !== null && !board.members[followed]) take({ type: "left", member: followed });
    take({ type: "presenter", member: presenterOf(board), self: self() });
  };
  return {
    state,
    follow(member) {
      if (member !== self()) take({ type: "follow", member });
    },
    stop: () => take({ type: "stop" }),
    present() {
      const member = self();
      if (member !== null) client.send([presentation(member)]);
    },
    endPresentation: () => client.send([presentation(null)]),
    watch() {
      keepUp();
      return client.board.subscribe(keepUp);
    },
  };
}
