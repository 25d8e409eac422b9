import { useEffect, useState } from "react";
import type { VoidReason } from "../../signal/signal.js";
import { useMessages } from "../context.js";
import { lateElement, useLate } from "../parts/late.js";
import type { Toast } from "../parts/toasts.js";
import { useEvent } from "../use-event.js";
import type { Editor } from "./editor.js";
import { TOASTS } from "./late-parts.js";
import { PlainNotes } from "./plain-notes.js";

/** So many at once; older ones make room. */
const MOST = 3;

/** What was done or could not be done, and why the room did not take something. */
export function Notices({ editor }: { readonly editor: Editor }) {
  const { refused } = useMessages();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [count, setCount] = useState(0);
  const [isMissing, setMissing] = useState(false);
  const Toasts = useLate(TOASTS, count > 0 && toasts, () => setMissing(true));
  const add = (toast: Omit<Toast, "id">, id: Toast["id"] = count) => {
    setCount(count + 1);
    setToasts((shown) => [...shown.filter((other) => other.id !== id), { ...toast, id }].slice(-MOST));
  };
  const tell = useEvent(() => {
    const notice = editor.notice.get();
    if (notice) add(notice);
  });
  const refuse = useEvent((reason: string) => {
    add({ kind: "failed", text: isKnown(reason, refused) ? refused[reason] : refused.other }, `refused ${reason}`);
  });
  useEffect(() => editor.notice.subscribe(tell), [editor, tell]);
  useEffect(() => editor.client.onRefused(refuse), [editor, refuse]);
  const dismiss = (id: Toast["id"]) => setToasts((shown) => shown.filter((toast) => toast.id !== id));
  if (count === 0) return null;
  if (Toasts) return lateElement(Toasts, { toasts, onDismiss: dismiss });
  return isMissing && <PlainNotes toasts={toasts} onDismiss={dismiss} />;
}

function isKnown(reason: string, refused: object): reason is VoidReason {
  return Object.hasOwn(refused, reason);
}
