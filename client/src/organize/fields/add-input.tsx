import { useState, type ComponentProps } from 'react';
import { SearchInput } from './search-input.js';

type Props = Omit<ComponentProps<typeof SearchInput>, 'value' | 'onChange' | 'autoFocus'> & { onAdd: (value: string) => void };

/** Finds one of many and gives it away: it goes into a list elsewhere, and an empty field waits for the next. */
export function AddInput({ onAdd, ...props }: Props) {
  const [round, setRound] = useState(0);
  return (
    <SearchInput
      {...props}
      // a field made anew: one that is emptied by hand takes that for typing, and opens its list again
      key={round}
      autoFocus={round > 0}
      value={null}
      onChange={(value) => {
        if (value === null) return;
        onAdd(value);
        setRound(round + 1);
      }}
    />
  );
}
