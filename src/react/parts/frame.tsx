import type { CSSProperties, ReactNode, RefObject } from "react";
import { type ThemeSetting, useInktape } from "../context.js";
import { Styles } from "./styles.js";
import { Surface } from "./surface.js";
import { Tips } from "./tips.js";
import { useHost } from "./use-host.js";

export interface FrameProps {
  /** What the component is called. */
  readonly label: string;
  /** The component's own rules, by their name. */
  readonly styles: { readonly name: string; readonly rules: string };
  readonly theme: ThemeSetting;
  readonly root: RefObject<HTMLElement | null>;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  readonly children: ReactNode;
}

/** The root of a component: its rules, its colours, its direction, and the place where what floats is kept. */
export function Frame({ label, styles, theme, root, className, style, children }: FrameProps) {
  const { direction } = useInktape();
  const [element, setElement] = useHost<HTMLElement>();
  return (
    <section
      ref={(section) => {
        root.current = section;
        setElement(section);
      }}
      className={className ? `inktape ${className}` : "inktape"}
      style={style}
      data-theme={theme}
      dir={direction ?? undefined}
      aria-label={label}
    >
      <Styles {...styles} />
      <Surface element={element} direction={direction}>
        {children}
      </Surface>
      <Tips root={element} />
    </section>
  );
}
