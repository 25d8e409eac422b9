import { useEffect, useRef, useState } from "react";
import { Styles } from "../../parts/styles.js";
import { type Toast, Toasts } from "../../parts/toasts.js";
import { controlStyles } from "../../styles/controls.js";
import { outStyles } from "../../styles/out.js";
import { useValue } from "../../use-store.js";
import type { Out } from "./out.js";
import { VideoDialog } from "./video-dialog.js";

/** The dialog for videos, and sentences about what was saved. */
export function OutFloating({ out }: { readonly out: Out }) {
  const isVideoOpen = useValue(out.isVideoOpen);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const count = useRef(0);
  useEffect(() => {
    const add = () => {
      const notice = out.notice.get();
      // One at a time: each is about the last thing that was done.
      if (notice) setToasts([{ ...notice, id: (count.current += 1) }]);
    };
    add();
    return out.notice.subscribe(add);
  }, [out]);
  return (
    <>
      <Styles name="controls" rules={controlStyles} />
      <Styles name="out" rules={outStyles} />
      {isVideoOpen && <VideoDialog out={out} onClose={() => out.isVideoOpen.set(false)} />}
      <Toasts toasts={toasts} onDismiss={(id) => setToasts((shown) => shown.filter((toast) => toast.id !== id))} />
    </>
  );
}
