import type { Board } from "../../../board/board.js";
import { shapeAt } from "../../../board/leaves.js";
import type { CustomShapes } from "../../../picture/custom/custom-shapes.js";
import type { MemberId } from "../../../signal/ids.js";
import type { Shape } from "../../../signal/shape.js";
import type { Messages } from "../../messages/messages.js";
import { describeShape } from "../../whiteboard/describe-shape.js";
import type { Deed } from "./deeds.js";

/** What a sentence is made of. */
export interface Telling {
  readonly board: Board;
  readonly messages: Messages;
  readonly custom: Pick<CustomShapes, "labelOf">;
  /** What a member was called who has left; undefined when nobody knows. */
  readonly nameOf: (member: MemberId) => string | undefined;
}

/** A deed in words, with the board as it is now: a text is told as far as it has come. Null when it is undone already. */
export function sentenceOf(deed: Deed, { board, messages, custom, nameOf }: Telling): string | null {
  const words = messages.replayPeople;
  const called = (member: MemberId) => board.members[member]?.name ?? nameOf(member) ?? words.somebody;
  const thing = (shape: Shape) => describeShape(shape, messages, custom);
  switch (deed.type) {
    case "adds":
      return words.adds(called(deed.by), thing(shapeAt(board, deed.shape.id) ?? deed.shape));
    case "writes": {
      const shape = shapeAt(board, deed.id);
      return shape ? words.writes(called(deed.by), thing(shape)) : null;
    }
    case "presents":
      return messages.presents(called(deed.member));
    case "addsPage":
      return words.addsPage(called(deed.by), deed.name);
    case "chapter":
      return words.chapter(deed.label);
    case "page": {
      const page = board.pages[deed.page];
      return page ? words.page(page.name) : null;
    }
    default:
      return words[deed.type](called(deed.by));
  }
}
