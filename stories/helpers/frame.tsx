import type { ReactNode } from "react";
import { InktapeProvider, type InktapeProviderProps, type ThemeSetting } from "../../src/index.js";
import { Styles } from "../../src/react/parts/styles.js";
import { replayStyles } from "../../src/react/styles/replay.js";
import { timelineStyles } from "../../src/react/styles/timeline.js";
import { whiteboardStyles } from "../../src/react/styles/whiteboard.js";

/** A screen of one size for a whole component. */
export function Screen({ width, height, children }: { width?: number; height?: number; children: ReactNode }) {
  return <main style={{ inlineSize: width ?? "100vw", blockSize: height ?? "100vh" }}>{children}</main>;
}

/** A piece of ground for a part that otherwise lies in a component. */
export function Ground({ theme, width, children }: { theme: ThemeSetting; width?: number; children: ReactNode }) {
  return (
    <InktapeProvider theme={theme}>
      <main className="inktape" data-theme={theme} style={{ inlineSize: width ?? 720, padding: 48, display: "flex" }}>
        <Styles name="whiteboard" rules={whiteboardStyles} />
        <Styles name="replay" rules={replayStyles} />
        <Styles name="timeline" rules={timelineStyles} />
        <div style={{ marginBlockStart: "auto", inlineSize: "100%" }}>{children}</div>
      </main>
    </InktapeProvider>
  );
}

/** A provider with the theme that Storybook's toolbar says. */
export function Provider({ theme, ...props }: Omit<InktapeProviderProps, "theme"> & { theme: unknown }) {
  return <InktapeProvider theme={theme === "dark" ? "dark" : "light"} {...props} />;
}
