import type { BoardView } from "../../../canvas/board-view.js";
import type { Cancel, Clock } from "../../../clock/clock.js";
import type { Player } from "../../../player/player.js";
import { type Deed, deedOf, sameDeed } from "./deeds.js";
import { sentenceOf, type Telling } from "./sentence.js";

/** So long is gathered what is told in one go: long enough to be said, in milliseconds. */
export const GATHER_MS = 2500;
/** More is not said in one go; the newest is. */
const MOST = 4;
/** What was said is not said again before so long, in milliseconds: that somebody draws, above all. */
export const REPEAT_MS = 15_000;

export interface NarratorOptions {
  readonly player: Player;
  readonly view: Pick<BoardView, "page" | "custom">;
  readonly clock: Clock;
  readonly messages: Telling["messages"];
  /** Takes sentences, to be said one after another. */
  readonly say: (text: string) => void;
}

/** Tells in sentences what happens as it is played, and which page is shown. Returns what ends it. */
export function narrate({ player, view, clock, messages, say }: NarratorOptions): () => void {
  const deeds = new Map<string, Deed>();
  const saidAt = new Map<string, number>();
  let cancel: Cancel | null = null;

  const nameOf: Telling["nameOf"] = (member) =>
    player.state.get().members.findLast((other) => other.member === member)?.name;
  const isNew = (sentence: string) => clock.now() - (saidAt.get(sentence) ?? -Infinity) >= REPEAT_MS;
  const tell = () => {
    cancel = null;
    const { board } = player.frame.get();
    const telling = board && { board, messages, custom: view.custom, nameOf };
    const sentences = telling ? [...deeds.values()].map((deed) => sentenceOf(deed, telling)) : [];
    deeds.clear();
    const told = [...new Set(sentences)].filter((text): text is string => text !== null && isNew(text)).slice(-MOST);
    for (const sentence of told) saidAt.set(sentence, clock.now());
    if (told.length > 0) say(told.join(". "));
  };
  const note = (deed: Deed) => {
    const key = sameDeed(deed);
    if (deed.type === "page") deeds.delete(key);
    if (!deeds.has(key)) deeds.set(key, deed);
    cancel ??= clock.after(GATHER_MS, tell);
  };
  const forget = () => {
    cancel?.();
    cancel = null;
    deeds.clear();
    saidAt.clear();
  };
  const ends = [
    player.onEntries((entries) => {
      for (const deed of entries.map(deedOf)) if (deed) note(deed);
    }),
    view.page.subscribe(() => note({ type: "page", page: view.page.get() })),
    player.on("seeking", forget),
  ];
  return () => {
    forget();
    for (const end of ends) end();
  };
}
