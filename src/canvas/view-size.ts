import type { Cancel } from "../clock/clock.js";
import { createStore, type Store } from "../store/store.js";
import type { ViewSize } from "./board-view.js";

/** The size of an element and the density of the screen it is on, kept up to date until `stop`. */
export function watchSize(host: HTMLElement): { readonly size: Store<ViewSize>; readonly stop: Cancel } {
  const size = createStore(measure(host));
  const update = () => {
    const [last, next] = [size.get(), measure(host)];
    if (!isSameSize(last, next)) size.set(next);
  };
  const observer = new ResizeObserver(update);
  observer.observe(host);
  const stopDensity = watchDensity(host, update);
  return {
    size,
    stop() {
      observer.disconnect();
      stopDensity();
    },
  };
}

function measure(host: HTMLElement): ViewSize {
  const devicePixelRatio = windowOf(host).devicePixelRatio || 1;
  return { width: host.clientWidth, height: host.clientHeight, devicePixelRatio };
}

/** A media query can only tell that the density is no longer the one it names, so each change needs the next query. */
function watchDensity(host: HTMLElement, onChange: () => void): Cancel {
  let stop: Cancel = () => undefined;
  const watch = () => {
    const query = windowOf(host).matchMedia(`(resolution: ${windowOf(host).devicePixelRatio}dppx)`);
    const changed = () => {
      stop();
      watch();
      onChange();
    };
    query.addEventListener("change", changed);
    stop = () => query.removeEventListener("change", changed);
  };
  watch();
  return () => stop();
}

function windowOf(host: HTMLElement): Window {
  return host.ownerDocument.defaultView ?? window;
}

function isSameSize(a: ViewSize, b: ViewSize): boolean {
  return a.width === b.width && a.height === b.height && a.devicePixelRatio === b.devicePixelRatio;
}
