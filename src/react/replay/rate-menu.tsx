import ChevronDown from "lucide-react/icons/chevron-down";
import { useMessages } from "../context.js";
import { RATES } from "./rates.js";

export interface RateMenuProps {
  readonly rate: number;
  readonly onRate: (rate: number) => void;
}

/** How fast to play. */
export function RateMenu({ rate, onRate }: RateMenuProps) {
  const messages = useMessages();
  const isKnown = RATES.some((other) => other === rate);
  const rates = isKnown ? RATES : [...RATES, rate].sort((a, b) => a - b);
  return (
    <span className="inktape-select">
      <select
        aria-label={messages.rate}
        title={messages.rate}
        value={rate}
        onChange={(event) => onRate(Number(event.target.value))}
      >
        {rates.map((choice) => (
          <option key={choice} value={choice}>
            {messages.rateName(choice)}
          </option>
        ))}
      </select>
      <ChevronDown />
    </span>
  );
}
