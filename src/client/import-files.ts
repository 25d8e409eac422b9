import { assetsIn } from "../board/assets.js";
import type { Board, Page } from "../board/board.js";
import { pagesInOrder, shapesOf } from "../board/leaves.js";
import { assetsFromJson, gatherAssets, type AssetSource } from "../document/assets.js";
import { boardToJson, documentFromJson } from "../document/board-json.js";
import { addDocument } from "../document/document.js";
import { type ExcalidrawNotTaken, readExcalidraw } from "../document/excalidraw/read-excalidraw.js";
import { withAssets } from "../document/excalidraw/with-assets.js";
import { parseJson } from "../document/json-values.js";
import { adding, placed } from "../editing/fragment.js";
import { InktapeError } from "../signal/errors.js";
import type { PageId } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import { bringAssets } from "./bring-assets.js";
import type { RoomClient } from "./room-client.js";

/** What a saved board has its pictures from. */
export interface ExportJsonOptions {
  /** Where pictures are read: a client's `assets`, or a transport's. Without it they are named and not held. */
  readonly assets?: AssetSource | undefined;
  /** Hears once which pictures could not be had. */
  readonly onMissing?: ((assets: readonly string[]) => void) | undefined;
}

/** The drawings of a board with their pictures as the text of a JSON file, which {@link importJson} reads. */
export async function exportJson(board: Board, { assets, onMissing }: ExportJsonOptions = {}): Promise<string> {
  if (!assets) return JSON.stringify(boardToJson(board));
  const papers = pagesInOrder(board).map(({ paper }) => paper);
  const { found, missing } = await gatherAssets(assets, assetsIn(shapesOf(board), papers));
  if (missing.length > 0) onMissing?.(missing);
  return JSON.stringify(boardToJson(board, found));
}

/**
 * Adds the pages of a saved board behind those of a client's board, as one step of undo; to a blank board, in the place
 * of its page. Its pictures are put into the room first. Resolves with the pictures that neither the file nor the room
 * has. Rejects with `bad-bytes`, saying what is wrong and where, with what `AssetStore.put` rejects with, and with
 * `bad-argument` before the room's first welcome; then nothing has come to the board.
 */
export async function importJson(client: RoomClient, text: string): Promise<readonly string[]> {
  const json = parseJson(text);
  const document = documentFromJson(json);
  const carried = assetsFromJson(json);
  boardOf(client);
  const shapes = document.pages.flatMap((page) => page.shapes);
  const used = assetsIn(
    shapes,
    document.pages.map(({ paper }) => paper),
  );
  const missing = await bringAssets(client.assets, used, carried);
  doAll(client, addDocument(boardOf(client), document, { ...makingIn(client), newPageId: () => client.newPageId() }));
  return missing;
}

/**
 * Puts what an Excalidraw file holds on a page, above what is there, as one step of undo. Resolves with what could not be
 * taken as it was. Rejects as {@link importJson} does, and with `not-found` for a page that the board does not have.
 */
export async function importExcalidraw(client: RoomClient, text: string, page: PageId): Promise<ExcalidrawNotTaken> {
  const content = readExcalidraw(parseJson(text));
  pageOf(client, page);
  const { shapes, lost } = await withAssets(content, (bytes) => client.assets.put(bytes));
  const { top } = pageOf(client, page);
  doAll(client, adding(placed(shapes, { ...makingIn(client), page, dx: 0, dy: 0, top })));
  return { ...content.notTaken, pictures: lost };
}

function pageOf(client: RoomClient, page: PageId): Page {
  const { pages } = boardOf(client);
  if (Object.hasOwn(pages, page)) return pages[page]!;
  throw new InktapeError("not-found", `The board has no page "${page}": choose one of its pages.`);
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
