import { type FormEvent, useEffect, useId, useRef, useState } from "react";

/** Asks who is coming in. */
export function NameForm({ onName }: { readonly onName: (name: string) => void }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") onName(name.trim());
  };
  return (
    <form className="name-form" onSubmit={submit}>
      <h2>Who are you?</h2>
      <label htmlFor={id}>Your name, as the others will see it</label>
      <div className="field">
        <input
          ref={field}
          id={id}
          name="name"
          value={name}
          required
          maxLength={80}
          autoComplete="nickname"
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button primary">
          Come in
        </button>
      </div>
    </form>
  );
}
