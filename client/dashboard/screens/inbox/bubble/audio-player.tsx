import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconMicrophone, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './audio-player.module.css';
import { clockOf } from './clock.ts';
import { Seek } from './seek.tsx';
import { usePeaks } from './use-peaks.ts';

const SPEEDS = [1, 1.5, 2] as const;

/**
 * Plays a voice note or a sound. Players run from left to right, with Latin digits, in every language. A voice note's bars
 * are read as soon as it is shown, a sound's, which may be much larger, once it is played.
 */
export function AudioPlayer({ src, voice }: { readonly src: string; readonly voice: boolean }) {
  const { t } = useTranslation();
  const audio = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>(1);
  const [broken, setBroken] = useState(false);
  const [played, setPlayed] = useState(false);
  const peaks = usePeaks(src, (voice || played) && !broken);

  const toggle = () => {
    const element = audio.current;
    if (element === null) return;
    if (element.paused) element.play().catch(() => setBroken(true));
    else element.pause();
  };
  const seek = (to: number) => {
    setAt(to);
    if (audio.current !== null) audio.current.currentTime = to;
  };
  const faster = () => {
    const next = SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length] ?? 1;
    setSpeed(next);
    if (audio.current !== null) audio.current.playbackRate = next;
  };

  return (
    <div className={classes.player} dir="ltr" data-latin>
      {/* biome-ignore lint/a11y/useMediaCaption: voice notes come without captions. */}
      <audio
        ref={audio}
        src={src}
        preload="metadata"
        onPlay={() => {
          setPlaying(true);
          setPlayed(true);
        }}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={(event) => setAt(event.currentTarget.currentTime)}
        onDurationChange={(event) => setLength(finite(event.currentTarget.duration))}
        onError={() => setBroken(true)}
      />
      <ActionIcon
        size={44}
        radius="xl"
        onClick={toggle}
        disabled={broken}
        aria-label={playing ? t('inbox:player.pause') : t('inbox:player.play')}
      >
        {playing ? <IconPlayerPauseFilled size={20} /> : <IconPlayerPlayFilled size={20} />}
      </ActionIcon>
      <div className={classes.track}>
        <Seek at={at} length={length} onSeek={seek} peaks={peaks} />
        <span className={classes.times}>
          <span>{broken ? <span dir="auto">{t('inbox:player.broken')}</span> : clockOf(at > 0 ? at : length)}</span>
          {voice && <IconMicrophone size={14} stroke={1.8} aria-label={t('inbox:kind.voice')} />}
        </span>
      </div>
      <UnstyledButton className={classes.speed} onClick={faster} aria-label={t('inbox:player.speed', { speed })}>
        {speed}×
      </UnstyledButton>
    </div>
  );
}

/** Streams without a known end say `Infinity`. */
function finite(seconds: number): number {
  return Number.isFinite(seconds) ? seconds : 0;
}
