import { createRoot } from "react-dom/client";
import { Replay, type ReplayHandle } from "../../../src/index.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { offer } from "./page.js";

let replay: ReplayHandle | null = null;

offer({
  open(position) {
    const root = createRoot(document.getElementById("root") as HTMLElement);
    return new Promise((resolve, reject) => {
      const ready = (handle: ReplayHandle) => {
        replay = handle;
        handle.player.seek(position).then(resolve, reject);
      };
      root.render(<Replay src="/recording.inktape" theme="light" startAt={position} onReady={ready} />);
    });
  },
  seek: (position) => shown().player.seek(position),
  play(rate) {
    shown().player.setRate(rate);
    shown().player.play();
  },
  pause: () => shown().player.pause(),
  strokes() {
    const { board } = shown().player.frame.get();
    return board ? [...shapesOf(board)].length + Object.keys(board.active).length : 0;
  },
});

function shown(): ReplayHandle {
  if (replay) return replay;
  throw new Error("Nothing is shown yet.");
}
