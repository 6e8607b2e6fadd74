import { Radio } from '@mantine/core';
import classes from './choices.module.css';

/** One of a few ways, each with a sentence on what it means. */
export function Choices<const Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly word: string; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <Radio.Group
      label={label}
      size="md"
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen);
        if (choice !== undefined) onChange(choice.value);
      }}
    >
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          value={choice.value}
          className={classes.choice ?? ''}
          label={choice.word}
          description={choice.text}
        />
      ))}
    </Radio.Group>
  );
}
