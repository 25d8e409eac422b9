import { type ComponentProps, type MouseEvent, useMemo, useSyncExternalStore } from "react";
import { type Route, routeOf } from "./route.js";

function subscribe(listener: () => void): () => void {
  window.addEventListener("popstate", listener);
  return () => window.removeEventListener("popstate", listener);
}

/** The page that the address bar names, as it changes. */
export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  return useMemo(() => routeOf(new URL(address, location.origin)), [address]);
}

/** Goes to another page of the site without loading it anew. */
export function go(to: string): void {
  history.pushState(null, "", to);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/** A link to another page of the site; with a modifier key or another button it does what links do. */
export function Link({ href, ...props }: ComponentProps<"a"> & { readonly href: string }) {
  const click = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={href} onClick={click} {...props}>
      {props.children}
    </a>
  );
}
