import { TextInput, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { typedDirection } from '../../../../i18n/text.tsx';
import { fold } from '../template/template-list.ts';
import classes from './emoji-picker.module.css';
import { EMOJIS, type Emoji } from './emojis.ts';

/** A grid of emoji, found by words of both languages. Fetched when it is first opened. */
export default function EmojiPicker({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const groups = useMemo(() => found(search), [search]);
  return (
    <div className={classes.picker}>
      <TextInput
        size="md"
        data-autofocus
        aria-label={t('composer:emoji.search')}
        placeholder={t('composer:emoji.search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        attributes={typedDirection(search)}
      />
      <div className={classes.groups}>
        {groups.map(({ group, emojis }) => (
          <section key={group} aria-label={t(`composer:emoji.group.${group}`)}>
            <h3>{t(`composer:emoji.group.${group}`)}</h3>
            <div className={classes.grid}>
              {emojis.map(({ emoji, words }) => (
                <UnstyledButton
                  key={words}
                  className={classes.emoji}
                  title={words}
                  aria-label={`${emoji} ${words}`}
                  onClick={() => onPick(emoji)}
                >
                  {emoji}
                </UnstyledButton>
              ))}
            </div>
          </section>
        ))}
        {groups.length === 0 && <p role="status">{t('composer:emoji.none')}</p>}
      </div>
    </div>
  );
}

function found(search: string) {
  const wanted = fold(search);
  if (wanted === '') return EMOJIS;
  const fits = ({ emoji, words }: Emoji) => emoji === search.trim() || fold(words).includes(wanted);
  return EMOJIS.map(({ group, emojis }) => ({ group, emojis: emojis.filter(fits) })).filter(
    ({ emojis }) => emojis.length > 0,
  );
}
