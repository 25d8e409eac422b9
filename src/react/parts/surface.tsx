import { Provider as DirectionProvider } from "radix-ui/direction";
import { createContext, type ReactNode, useContext, useMemo } from "react";

/** Where a component's menus, dialogs and notices float, and which way its lines run. */
export interface SurfacePlace {
  /** The component's root: what floats stays inside it, with its colours, its direction and its full screen. */
  readonly element: HTMLElement | null;
  readonly direction: "ltr" | "rtl";
}

const SurfaceContext = createContext<SurfacePlace>({ element: null, direction: "ltr" });

export interface SurfaceProps {
  readonly element: HTMLElement | null;
  /** Looked up from the document around the element when nobody says. */
  readonly direction: "ltr" | "rtl" | null;
  readonly children: ReactNode;
}

/** Gives the parts inside a place to float in. */
export function Surface({ element, direction: given, children }: SurfaceProps) {
  const found = useMemo(() => (element && getComputedStyle(element).direction === "rtl" ? "rtl" : "ltr"), [element]);
  const direction = given ?? found;
  return (
    <SurfaceContext value={{ element, direction }}>
      <DirectionProvider dir={direction}>{children}</DirectionProvider>
    </SurfaceContext>
  );
}

/** The place that the parts around give. */
export function useSurface(): SurfacePlace {
  return useContext(SurfaceContext);
}
