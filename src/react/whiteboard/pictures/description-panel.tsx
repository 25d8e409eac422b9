import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { LIMITS } from "../../../signal/limits.js";
import { propOf } from "../../../signal/optional.js";
import type { ImageShape } from "../../../signal/shape.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import type { Editor } from "../editor.js";

export interface DescriptionPanelProps {
  readonly editor: Editor;
  readonly shape: ImageShape;
  readonly onDone: () => void;
}

/** A letter may take so many bytes. */
const LETTER_BYTES = 4;

/** Where the description of a picture is written. Enter saves it, Escape leaves it as it was. */
export function DescriptionPanel({ editor, shape, onDone }: DescriptionPanelProps) {
  const { picture: messages } = useMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => propOf(shape, "alt"));
  const [label, hint] = [useId(), useId()];
  useEffect(() => field.current?.focus(), []);
  const save = () => {
    const alt = text.trim();
    if (alt !== propOf(shape, "alt")) editor.context.send([{ type: "shape.set", id: shape.id, props: { alt } }]);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") onDone();
    if (event.key !== "Enter" || event.shiftKey || event.target !== field.current) return;
    event.preventDefault();
    save();
  };
  return (
    <div role="dialog" aria-labelledby={label} className="inktape-panel inktape-description" onKeyDown={onKeyDown}>
      <label id={label} htmlFor={`${label}-field`}>
        {messages.description}
      </label>
      <textarea
        ref={field}
        id={`${label}-field`}
        aria-describedby={hint}
        rows={3}
        maxLength={LIMITS.textBytes / LETTER_BYTES}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <small id={hint}>{messages.descriptionHint}</small>
      <div>
        <Button label={messages.cancel} onClick={onDone}>
          {messages.cancel}
        </Button>
        <Button label={messages.save} isPrimary onClick={save}>
          {messages.save}
        </Button>
      </div>
    </div>
  );
}
