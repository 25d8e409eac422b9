import type { Board } from "../board/board.js";
import { boardToJson, documentFromJson } from "../document/board-json.js";
import { addDocument } from "../document/document.js";
import { readExcalidraw } from "../document/excalidraw/read-excalidraw.js";
import { parseJson } from "../document/json-values.js";
import { adding, placed } from "../editing/fragment.js";
import { InktapeError } from "../signal/errors.js";
import type { PageId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import type { RoomClient } from "./room-client.js";

/** The drawings of a board as the text of a JSON file, which {@link importJson} reads. Pictures are named, not held. */
export function exportJson(board: Board): string {
  return JSON.stringify(boardToJson(board));
}

/**
 * Adds the pages of a saved board behind those of a client's board, as one step of undo; to a blank board, in the place
 * of its page. Throws `bad-bytes`, saying what is wrong and where, and `bad-argument` before the room's first welcome.
 */
export function importJson(client: RoomClient, text: string): void {
  const document = documentFromJson(parseJson(text));
  doAll(client, addDocument(boardOf(client), document, { ...makingIn(client), newPageId: () => client.newPageId() }));
}

/**
 * Puts what an Excalidraw file holds on a page, above what is there, as one step of undo. Images are left out: paste or
 * open the file on a whiteboard to have them. Throws as {@link importJson} does, and `not-found` for a page that the
 * board does not have.
 */
export function importExcalidraw(client: RoomClient, text: string, page: PageId): void {
  const { shapes } = readExcalidraw(parseJson(text));
  const board = boardOf(client);
  if (!Object.hasOwn(board.pages, page)) {
    throw new InktapeError("not-found", `The board has no page "${page}": choose one of its pages.`);
  }
  const top = board.pages[page]!.top;
  const kept = shapes.filter(({ kind }) => kind !== "image");
  doAll(client, adding(placed(kept, { ...makingIn(client), page, dx: 0, dy: 0, top })));
}

function makingIn(client: RoomClient) {
  return { newId: () => client.newShapeId(), newGroup: () => client.newShapeId().toString(36) };
}

function boardOf(client: RoomClient): Board {
  const board = client.board.get();
  if (board) return board;
  throw new InktapeError("bad-argument", "A file was opened before the room's first welcome: wait for `board`.");
}

function doAll(client: RoomClient, signals: readonly Signal[]): void {
  const end = client.gesture();
  try {
    client.send(signals);
  } finally {
    end();
  }
}
