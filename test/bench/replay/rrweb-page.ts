import { Replayer } from "rrweb";
import "rrweb/dist/style.css";
import { offer } from "./page.js";

let replayer: Replayer | null = null;

offer({
  async open(position) {
    const events = (await (await fetch("/recording.json")).json()) as ConstructorParameters<typeof Replayer>[0];
    const root = document.getElementById("root") as HTMLElement;
    replayer = new Replayer(events, { root, mouseTail: false });
    replayer.pause(position);
  },
  seek(position) {
    shown().pause(position);
    return Promise.resolve();
  },
  play(rate) {
    shown().setConfig({ speed: rate });
    shown().play(shown().getCurrentTime());
  },
  pause: () => shown().pause(),
  strokes: () => shown().iframe.contentDocument?.querySelectorAll("path").length ?? 0,
});

function shown(): Replayer {
  if (replayer) return replayer;
  throw new Error("Nothing is shown yet.");
}
