import { useEffect, useState } from "react";
import type { TextTarget } from "../../canvas/tool.js";
import { beginWriting } from "../../canvas/writing/writing.js";
import type { Theme } from "../../picture/palette.js";
import { useValue } from "../use-store.js";
import type { Editor } from "./editor.js";
import { TextField } from "./text-field.js";

export interface TextEditorProps {
  readonly editor: Editor;
  readonly theme: Theme;
}

/** The place where text is typed while it is; nothing otherwise. */
export function TextEditor({ editor, theme }: TextEditorProps) {
  const target = useValue(editor.editing);
  return target && <Writing key={keyOf(target)} editor={editor} theme={theme} target={target} />;
}

function Writing({ editor, theme, target }: TextEditorProps & { readonly target: TextTarget }) {
  const [writing] = useState(() => beginWriting(target, editor.context));
  useEffect(() => {
    if (!writing) editor.endEditing();
  }, [editor, writing]);
  return writing && <TextField editor={editor} theme={theme} writing={writing} />;
}

function keyOf(target: TextTarget): string {
  return "id" in target ? `shape ${target.id}` : `place ${target.x} ${target.y}`;
}
