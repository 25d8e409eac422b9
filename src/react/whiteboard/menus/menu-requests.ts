/** A place in CSS pixels: in the window, unless it says otherwise. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

/**
 * Calls back when somebody asks for a menu on an element: by a right click, by the menu key (then in the middle), by a
 * finger that rests. Not where the tool in hand has prevented it. Returns what ends it.
 */
export function watchMenuRequests(host: HTMLElement, onRequest: (place: MenuPlace) => void): () => void {
  const ask = (event: MouseEvent) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    // Keys have no place: some browsers say zero, others the corner of the focused element.
    const isByKey = event.button !== 2 && !("pointerType" in event && event.pointerType === "touch");
    onRequest(isByKey ? middleOf(host) : { x: event.clientX, y: event.clientY });
  };
  host.addEventListener("contextmenu", ask);
  return () => host.removeEventListener("contextmenu", ask);
}

function middleOf(host: HTMLElement): MenuPlace {
  const { left, top, width, height } = host.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
