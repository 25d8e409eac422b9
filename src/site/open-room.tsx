import { type FormEvent, useId, useState } from "react";
import { go } from "./navigation.js";
import { isRoomName } from "./route.js";

const WORDS = ["amber", "birch", "cedar", "coral", "delta", "ember", "fjord", "harbor", "indigo", "juniper"];

/** Opens the room of a name, or makes one up. */
export function OpenRoom() {
  const id = useId();
  const [name, setName] = useState("");
  const [isRefused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim().replace(/\s+/g, "-") || newName();
    if (isRoomName(wanted)) go(`/room/${wanted}`);
    else setRefused(true);
  };
  return (
    <form className="open-room" onSubmit={submit}>
      <label htmlFor={id}>Room</label>
      <div className="field">
        <input
          id={id}
          name="room"
          value={name}
          placeholder="algebra"
          autoComplete="off"
          aria-invalid={isRefused}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            setName(event.target.value);
            setRefused(false);
          }}
        />
        <button type="submit" className="button primary">
          {name.trim() === "" ? "Open a new room" : "Open room"}
        </button>
      </div>
      <p id={`${id}-hint`} className={isRefused ? "hint refused" : "hint"} role={isRefused ? "alert" : undefined}>
        {isRefused
          ? "Use letters A to Z, digits, dots, dashes, tildes and underscores only, 128 at most."
          : "A name that is new makes a new room."}
      </p>
    </form>
  );
}

function newName(): string {
  const word = WORDS[Math.floor(Math.random() * WORDS.length)] ?? "room";
  return `${word}-${Math.floor(Math.random() * 36 ** 4).toString(36)}`;
}
