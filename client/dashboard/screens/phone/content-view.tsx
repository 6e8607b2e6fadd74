import { Button } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Typed } from '../../i18n/text.tsx';
import { Formatted } from '../../parts/formatted.tsx';
import { ButtonRow } from './button-row.tsx';
import classes from './content-view.module.css';
import { FileView } from './file-view.tsx';
import type { ShownContent } from './phone-api.ts';
import { cardsIn, placeIn } from './raw-content.ts';
import { CardView, PlaceView } from './raw-view.tsx';

type OnPress = (button: number, card: number | null) => void;

/** What a message shows: its header, file, words and buttons; a list that opens; the cards of a carousel. */
export function ContentView({
  content,
  type,
  foot = null,
  onPress,
  card = null,
}: {
  readonly content: ShownContent;
  readonly type: string;
  /** Stands below the words, above what can be pressed. */
  readonly foot?: ReactNode;
  readonly onPress: OnPress;
  readonly card?: number | null;
}) {
  const { t } = useTranslation();
  const { cards, file, footer, header, list, raw, text } = content;
  const place = placeIn(raw);
  const people = cardsIn(raw);
  const wordless = header === null && file === null && (text ?? '') === '';
  const nothing = wordless && place === null && people.length === 0 && cards.length === 0;
  return (
    <div className={classes.content}>
      {file !== null && <FileView file={file} />}
      {header !== null && (
        <p className={classes.header} dir="auto">
          {header}
        </p>
      )}
      {place !== null && <PlaceView place={place} name={text} />}
      {people.map((one) => (
        <CardView key={one.name} card={one} />
      ))}
      {place === null && text !== null && text !== '' && <Formatted>{text}</Formatted>}
      {nothing && <p className={classes.other}>{t('phone:kind.shown', { type })}</p>}
      {footer !== null && (
        <p className={classes.footer} dir="auto">
          {footer}
        </p>
      )}
      {foot}
      {list === null ? (
        <Buttons content={content} card={card} onPress={onPress} />
      ) : (
        <Rows content={content} label={list} onPress={onPress} />
      )}
      {cards.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys.
        <ul className={classes.cards} aria-label={t('phone:cards')} tabIndex={0}>
          {cards.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a message have no other name.
            <li key={index} className={classes.card}>
              <ContentView content={one} type={type} card={index} onPress={onPress} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Buttons({
  content: { buttons },
  card,
  onPress,
}: {
  readonly content: ShownContent;
  readonly card: number | null;
  readonly onPress: OnPress;
}) {
  if (buttons.length === 0) return null;
  return (
    <div className={classes.buttons}>
      {buttons.map((button, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two buttons may say the same.
        <ButtonRow key={index} button={button} onPress={() => onPress(index, card)} />
      ))}
    </div>
  );
}

/** A list stays closed until its button is pressed, as on a phone. */
function Rows({
  content: { buttons },
  label,
  onPress,
}: {
  readonly content: ShownContent;
  readonly label: string;
  readonly onPress: OnPress;
}) {
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.buttons}>
      <Button
        variant="subtle"
        h={44}
        radius={0}
        aria-expanded={open}
        leftSection={<IconList size={18} stroke={1.7} />}
        onClick={() => setOpen(!open)}
      >
        <Typed>{label}</Typed>
      </Button>
      {open &&
        buttons.map((row, index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same.
            key={index}
            type="button"
            className={classes.row}
            onClick={() => {
              setOpen(false);
              onPress(index, null);
            }}
          >
            <Typed>{row.text}</Typed>
            {row.description !== null && (
              <small>
                <Typed>{row.description}</Typed>
              </small>
            )}
          </button>
        ))}
    </div>
  );
}
