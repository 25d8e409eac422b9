import { type ComponentType, createContext, type ReactNode, useContext } from "react";

/** The parts of a whiteboard that an app may leave out, replace or put something around. */
export type SlotName =
  | "Toolbar"
  | "Menu"
  | "StylePanel"
  | "PageBar"
  | "ZoomBar"
  | "People"
  | "Status"
  | "Rewind"
  | "EmptyHint"
  | "FollowBar";

/** `null` leaves the part out. A component stands in its place, and gets the part itself as `children`. */
export type SlotComponent = ComponentType<{ readonly children: ReactNode }> | null;

/** What stands in the place of a whiteboard's parts; what is not named stays as it is. */
export type WhiteboardComponents = { readonly [Name in SlotName]?: SlotComponent | undefined };

const DEFAULTS: WhiteboardComponents = {};
const SlotsContext = createContext(DEFAULTS);

/** Names what stands in the place of the parts inside. Make the components outside of rendering, as all components. */
export function Slots({ components = DEFAULTS, children }: SlotsProps) {
  return <SlotsContext value={components}>{children}</SlotsContext>;
}

export interface SlotsProps {
  readonly components: WhiteboardComponents | undefined;
  readonly children: ReactNode;
}

/** One part: `children`, unless the app says otherwise. */
export function Slot({ name, children }: { readonly name: SlotName; readonly children: ReactNode }) {
  const Component = useContext(SlotsContext)[name];
  if (Component === undefined) return children;
  return Component && <Component>{children}</Component>;
}
