import { type ComponentType, createContext, type ReactNode, useContext } from "react";

/** `null` leaves the part out. A component stands in its place, and gets the part itself as `children`. */
export type SlotComponent = ComponentType<{ readonly children: ReactNode }> | null;

/** What stands in the place of a component's parts; what is not named stays as it is. */
export type SlotComponents<Name extends string> = { readonly [Each in Name]?: SlotComponent | undefined };

export interface SlotsProps<Name extends string> {
  readonly components: SlotComponents<Name> | undefined;
  readonly children: ReactNode;
}

export interface SlotProps<Name extends string> {
  readonly name: Name;
  readonly children: ReactNode;
}

/** Makes the slots of a component whose parts an app may leave out, replace or put something around. */
export function createSlots<Name extends string>() {
  const defaults: SlotComponents<Name> = {};
  const Context = createContext(defaults);

  /** Names what stands in the place of the parts inside. Make the components outside of rendering, as all components. */
  function Slots({ components = defaults, children }: SlotsProps<Name>) {
    return <Context value={components}>{children}</Context>;
  }

  /** One part: `children`, unless the app says otherwise. */
  function Slot({ name, children }: SlotProps<Name>) {
    const Component: SlotComponent | undefined = useContext(Context)[name];
    if (Component === undefined) return children;
    return Component && <Component>{children}</Component>;
  }

  return { Slots, Slot };
}
