import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useInktape } from "../context.js";

/** How long the pointer rests on a control before its tip shows, and for how long after one the next shows at once; ms. */
const REST_MS = 500;
const WARM_MS = 400;
const GAP = 8;

interface Tip {
  readonly text: string;
  readonly anchor: Element;
}

/**
 * Shows the name of the control under the mouse or in focus: what its `data-tip` says. Escape, a press and a key hide
 * it (WCAG 2.2, 1.4.13). One for a whole component, so that a control costs nothing for having a tip.
 */
export function Tips({ root }: { readonly root: HTMLElement | null }) {
  const { clock } = useInktape();
  const [tip, setTip] = useState<Tip | null>(null);
  const element = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!root) return undefined;
    let stopWaiting = () => {};
    let hiddenAt = -Infinity;
    let shown: Element | null = null;
    const show = (anchor: Element | null, isAtOnce: boolean) => {
      if (anchor === shown) return;
      stopWaiting();
      if (shown && !anchor) hiddenAt = clock.now();
      const isWarm = shown !== null || clock.now() - hiddenAt < WARM_MS;
      shown = anchor;
      setTip((before) => (before && !isWarm ? null : before));
      const place = () => setTip(anchor ? { text: anchor.getAttribute("data-tip") ?? "", anchor } : null);
      if (!anchor || isAtOnce || isWarm) place();
      else stopWaiting = clock.after(REST_MS, place);
    };
    const hide = () => show(null, true);
    const point = (event: PointerEvent) => {
      if (event.pointerType === "mouse" && event.buttons === 0) show(anchorOf(event.target), false);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(":focus-visible")) show(anchorOf(event.target), true);
    };
    root.addEventListener("pointerover", point);
    root.addEventListener("focusin", focus);
    for (const type of HIDING) root.addEventListener(type, hide, true);
    return () => {
      stopWaiting();
      root.removeEventListener("pointerover", point);
      root.removeEventListener("focusin", focus);
      for (const type of HIDING) root.removeEventListener(type, hide, true);
    };
  }, [root, clock]);

  useLayoutEffect(() => {
    if (tip && root && element.current) put(element.current, tip.anchor, root);
  }, [tip, root]);
  return tip ? (
    <div ref={element} className="inktape-tip" aria-hidden="true">
      {tip.text}
    </div>
  ) : null;
}

const HIDING = ["pointerdown", "pointerleave", "keydown", "focusout", "wheel"] as const;

/** An open menu or panel says enough: its button shows no tip. */
function anchorOf(target: EventTarget | null): Element | null {
  const anchor = target instanceof Element ? target.closest("[data-tip]") : null;
  return anchor?.getAttribute("aria-expanded") === "true" ? null : anchor;
}

/** Above its control where there is room, otherwise below; never over the edge. */
function put(tip: HTMLElement, anchor: Element, root: HTMLElement): void {
  const [around, box] = [root.getBoundingClientRect(), anchor.getBoundingClientRect()];
  const { offsetWidth: width, offsetHeight: height } = tip;
  const above = box.top - around.top - height - GAP;
  const top = above >= GAP / 2 ? above : box.bottom - around.top + GAP;
  const middle = box.left - around.left + (box.width - width) / 2;
  const left = Math.max(GAP, Math.min(middle, around.width - width - GAP));
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
