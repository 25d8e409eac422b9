import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { isMacLike, keyNames } from "./key-names.js";

export interface ButtonProps extends Omit<ComponentProps<"button">, "disabled" | "title"> {
  /** The button's name; shown as a tip too, unless `children` say it. */
  readonly label: string;
  readonly icon?: ReactNode;
  /** A key that does the same, as `aria-keyshortcuts` writes it: `P`, `Control+Z`. */
  readonly keys?: string | undefined;
  /** Stays focusable, so that focus is not lost when it becomes so. */
  readonly isDisabled?: boolean;
  readonly isPrimary?: boolean;
}

/** A button of the kit: an icon with a name and a tip, or a worded one. */
export function Button(props: ButtonProps) {
  const { label, icon, keys, isDisabled = false, isPrimary = false, className, onClick, children, ...rest } = props;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (!isDisabled) onClick?.(event);
  };
  const tipText = keys ? `${label}  ${keyNames(keys, isMacLike())}` : label;
  return (
    <button
      type="button"
      {...rest}
      className={className ? `inktape-button ${className}` : "inktape-button"}
      onClick={click}
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-disabled={isDisabled || undefined}
      data-primary={isPrimary || undefined}
      data-tip={children === undefined ? tipText : undefined}
    >
      {icon}
      {children}
    </button>
  );
}
