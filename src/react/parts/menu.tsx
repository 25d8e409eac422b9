import Check from "lucide-react/icons/check";
import ChevronRight from "lucide-react/icons/chevron-right";
import * as Radix from "radix-ui/dropdown-menu";
import { createContext, type ReactElement, type ReactNode, useContext } from "react";
import { isMacLike, keyNames } from "./key-names.js";
import { useSurface } from "./surface.js";
import { useOpen } from "./use-open.js";

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  /** What the menu is called; its trigger's name unless it says otherwise. */
  readonly label?: string;
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly align?: "start" | "center" | "end";
  /** For one that is opened by more than its trigger. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** Where the focus goes when it closes; to the trigger unless this is given. */
  readonly onReturn?: () => void;
  readonly children: ReactNode;
}

/** A menu under a button: arrows, Home, End, first letters and Escape work in it (WAI-ARIA, menu button pattern). */
export function Menu(props: MenuProps) {
  const { trigger, label, side = "bottom", align = "start", isOpen, onOpenChange, onReturn, children } = props;
  const { element } = useSurface();
  const open = useOpen(isOpen, onOpenChange);
  const close = (event: Event) => {
    if (!onReturn) return;
    event.preventDefault();
    onReturn();
  };
  return (
    <Radix.Root modal={false} open={open.isOpen} onOpenChange={open.setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={element}>
        <Radix.Content
          className="inktape-menu"
          side={side}
          align={align}
          sideOffset={10}
          alignOffset={align === "center" ? 0 : -5}
          collisionPadding={8}
          collisionBoundary={element}
          loop
          aria-label={label}
          {...(label !== undefined && { "aria-labelledby": undefined })}
          onKeyDown={open.onKeyDown}
          onCloseAutoFocus={close}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface SubMenuProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A menu inside a menu. */
export function SubMenu({ label, icon, children }: SubMenuProps) {
  const { element } = useSurface();
  return (
    <Radix.Sub>
      <Radix.SubTrigger className="inktape-menu-item">
        <span className="inktape-menu-icon">{icon}</span>
        {label}
        <ChevronRight className="inktape-menu-more" />
      </Radix.SubTrigger>
      <Radix.Portal container={element}>
        <Radix.SubContent
          className="inktape-menu"
          sideOffset={4}
          alignOffset={-5}
          collisionPadding={8}
          collisionBoundary={element}
          loop
        >
          {children}
        </Radix.SubContent>
      </Radix.Portal>
    </Radix.Sub>
  );
}

export interface MenuItemProps {
  readonly label: string;
  readonly icon?: ReactNode;
  /** Keys that do the same, as `aria-keyshortcuts` writes them. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly isDangerous?: boolean;
  readonly onChoose: () => void;
}

/** Something that a menu does. */
export function MenuItem({ label, icon, keys, isDisabled, isDangerous, onChoose }: MenuItemProps) {
  return (
    <Radix.Item
      className="inktape-menu-item"
      disabled={isDisabled ?? false}
      data-danger={isDangerous || undefined}
      aria-keyshortcuts={keys || undefined}
      onSelect={onChoose}
    >
      <span className="inktape-menu-icon">{icon}</span>
      {label}
      <Keys keys={keys} />
    </Radix.Item>
  );
}

export interface MenuCheckProps extends Omit<MenuItemProps, "isDangerous" | "onChoose"> {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** Something that a menu turns on and off. */
export function MenuCheck({ label, icon, keys, isDisabled, isChecked, onChange }: MenuCheckProps) {
  return (
    <Radix.CheckboxItem
      className="inktape-menu-item"
      disabled={isDisabled ?? false}
      checked={isChecked}
      aria-keyshortcuts={keys || undefined}
      onCheckedChange={onChange}
    >
      <span className="inktape-menu-icon">{icon}</span>
      {label}
      <Keys keys={keys} />
      <Tick />
    </Radix.CheckboxItem>
  );
}

const IsChosen = createContext<string | null>(null);

export interface MenuChoicesProps<T extends string> {
  /** What is chosen of the {@link MenuChoice}s inside; null for none of them. */
  readonly value: T | null;
  readonly label?: string;
  readonly onChoose: (value: T) => void;
  readonly children: ReactNode;
}

/** A part of a menu of which one is chosen. */
export function MenuChoices<T extends string>({ value, label, onChoose, children }: MenuChoicesProps<T>) {
  return (
    <IsChosen value={value}>
      <Radix.RadioGroup value={value ?? ""} aria-label={label} onValueChange={(next) => onChoose(next as T)}>
        {children}
      </Radix.RadioGroup>
    </IsChosen>
  );
}

export interface MenuChoiceProps extends Pick<MenuItemProps, "label" | "icon" | "keys"> {
  readonly value: string;
}

/** One of {@link MenuChoices}. Choosing again what is chosen chooses it as well. */
export function MenuChoice({ value, label, icon, keys }: MenuChoiceProps) {
  const isChosen = useContext(IsChosen) === value;
  return (
    <Radix.RadioItem className="inktape-menu-item" value={value} aria-keyshortcuts={keys || undefined}>
      <span className="inktape-menu-icon">{icon}</span>
      {label}
      <Keys keys={keys} />
      {isChosen && <Tick />}
    </Radix.RadioItem>
  );
}

/** A line between parts of a menu. */
export function MenuDivider() {
  return <Radix.Separator className="inktape-menu-divider" />;
}

function Keys({ keys }: { readonly keys: string | undefined }) {
  return keys ? <kbd aria-hidden="true">{keyNames(keys, isMacLike())}</kbd> : null;
}

function Tick() {
  return (
    <Radix.ItemIndicator className="inktape-menu-tick">
      <Check />
    </Radix.ItemIndicator>
  );
}
