import type { Board } from "../../../board/board.js";
import { presenterOf } from "../../../board/presenter.js";
import type { Participant } from "./participants.js";

/** What one person is at, at a moment of the recording. */
export type Presence = "away" | "here" | "drawing" | "presenting";

/** What everybody is at, by the app's ids of them. Who presents and draws, draws. */
export function presencesOf(board: Board, all: readonly Participant[]): Readonly<Record<string, Presence>> {
  const drawing = new Set(Object.values(board.active).map(({ by }) => by));
  const presenter = presenterOf(board);
  return Object.fromEntries(all.map(({ user, members }) => [user, presenceOf(members)]));

  function presenceOf(members: Participant["members"]): Presence {
    if (members.some((member) => drawing.has(member))) return "drawing";
    if (members.some((member) => member === presenter)) return "presenting";
    return members.some((member) => member in board.members) ? "here" : "away";
  }
}
