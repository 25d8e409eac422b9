import { createContext, useContext } from "react";
import { Button } from "../parts/button.js";
import type { ToolDefinition } from "../define-tool.js";
import { useValue } from "../use-store.js";
import type { Choices } from "./choices.js";

/** The tools that the app has declared for the whiteboard around. */
export const CustomToolsContext = createContext<readonly ToolDefinition[]>([]);

/** A button for each of the app's own tools. */
export function CustomToolButtons({ choices }: { readonly choices: Choices }) {
  const tools = useContext(CustomToolsContext);
  const inHand = useValue(choices.tool);
  return tools.map(({ name, label, icon, key }) => (
    <Button
      key={name}
      label={label}
      icon={icon}
      keys={key?.toUpperCase()}
      aria-pressed={name === inHand}
      onClick={() => choices.tool.set(name)}
    />
  ));
}
