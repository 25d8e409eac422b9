import { useBoard } from "../use-board.js";
import { useStore, useValue } from "../use-store.js";
import type { Editor } from "./editor.js";

/** True while the page shown may be changed by admins only, and this person is none. */
export function usePageLock({ client, view }: Editor): boolean {
  const page = useValue(view.page);
  const isAdmin = useStore(client.self, (self) => self?.role === "admin", false);
  const isLocked = useBoard(client, (board) => board.pages[page]?.isLocked ?? false) ?? false;
  return isLocked && !isAdmin;
}
