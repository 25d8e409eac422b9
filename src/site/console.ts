import { plainBoard, type ReplayHandle, type WhiteboardHandle } from "inktape";

/** What the browser's console finds: a page's room client or player, its view, and boards as JSON. */
type ConsoleHandle = (WhiteboardHandle | ReplayHandle) & { readonly plainBoard: typeof plainBoard };

declare global {
  interface Window {
    inktape?: ConsoleHandle;
  }
}

/** Lets whoever opens the browser's console try what the board or the player can do. */
export function offerToConsole(handle: WhiteboardHandle | ReplayHandle): void {
  window.inktape = { ...handle, plainBoard };
}
