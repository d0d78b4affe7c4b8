import { useEffect, useRef } from 'preact/hooks';

interface TextInputProps {
  readonly id: string;
  readonly value: string;
  readonly type?: 'text' | 'number' | 'url';
  readonly placeholder?: string;
  readonly describedBy?: string;
  readonly onText: (text: string) => void;
}

/** Speaks when the visitor has stopped typing: each word that is asked for is a call to the network. */
export function TextInput({ id, value, type = 'text', placeholder, describedBy, onText }: TextInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A change from elsewhere (back, a preset), unless it is what was typed here.
  useEffect(() => {
    if (input.current && input.current.value !== value) input.current.value = value;
  }, [value]);
  const say = () => {
    clearTimeout(timer.current);
    if (input.current) onText(input.current.value);
  };
  return (
    <input
      ref={input}
      id={id}
      {...(type === 'number' ? ({ type, min: 1 } as const) : ({ type: 'text', inputMode: type } as const))}
      placeholder={placeholder}
      aria-describedby={describedBy}
      autocomplete="off"
      spellcheck={false}
      onInput={() => {
        clearTimeout(timer.current);
        timer.current = setTimeout(say, 300);
      }}
      onChange={say}
    />
  );
}
