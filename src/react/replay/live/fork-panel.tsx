import { type FormEvent, useId, useState } from "react";
import type { Player } from "../../../player/player.js";
import { isInktapeError } from "../../../signal/errors.js";
import { isRoomId, type Millis } from "../../../signal/ids.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Popover } from "../../parts/popover.js";
import { Styles } from "../../parts/styles.js";
import { pastStyles } from "../../styles/past.js";
import type { ForkOffer } from "./fork-offer.js";

export interface ForkPanelProps extends LateControlPart {
  readonly player: Player;
  readonly offer: ForkOffer;
}

/** Asks what the new room is to be called, and makes it. The recording stands still meanwhile. */
export function ForkPanel({ player, offer, trigger }: ForkPanelProps) {
  const messages = useMessages();
  const [isOpen, setOpen] = useState(false);
  const open = (next: boolean) => {
    if (next) player.pause();
    setOpen(next);
  };
  return (
    <Popover trigger={trigger} label={messages.past.fork} side="top" align="end" isOpen={isOpen} onOpenChange={open}>
      <Styles name="past" rules={pastStyles} />
      <ForkForm player={player} offer={offer} />
    </Popover>
  );
}

function ForkForm({ player, offer }: Omit<ForkPanelProps, "trigger">) {
  const messages = useMessages();
  const id = useId();
  const [name, setName] = useState(`${offer.room}-2`);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const into = name.trim();
    if (!isRoomId(into)) return setTrouble(messages.past.forkWrongName);
    setBusy(true);
    try {
      await offer.fork(Math.floor(player.frame.get().wall) as Millis, into);
    } catch (error) {
      const isTaken = isInktapeError(error, "already-exists");
      const reason = error instanceof Error ? error.message : String(error);
      setTrouble(isTaken ? messages.past.forkNameTaken(into) : messages.past.forkFailed(reason));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="inktape-fork" onSubmit={(event) => void submit(event)}>
      <p>{messages.past.forkHint}</p>
      <label htmlFor={id}>{messages.past.forkName}</label>
      <input
        id={id}
        value={name}
        autoComplete="off"
        dir="ltr"
        aria-invalid={trouble !== null}
        aria-describedby={`${id}-trouble`}
        onChange={(event) => {
          setName(event.target.value);
          setTrouble(null);
        }}
      />
      <p id={`${id}-trouble`} className="inktape-fork-trouble" role="alert">
        {trouble}
      </p>
      <Button isPrimary type="submit" label={messages.past.forkMake} isDisabled={isBusy}>
        {messages.past.forkMake}
      </Button>
    </form>
  );
}
